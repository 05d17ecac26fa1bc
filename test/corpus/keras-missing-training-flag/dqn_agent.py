import random
from collections import deque

import gymnasium as gym
import numpy as np
import tensorflow as tf
from tensorflow.keras import Input, Model, layers


def q_network(n_obs, n_act):
    obs = Input((n_obs,))
    x = layers.Dense(64, activation="relu")(obs)
    x = layers.Dropout(0.1)(x)
    x = layers.Dense(64, activation="relu")(x)
    return Model(obs, layers.Dense(n_act)(x))


class DQN:
    def __init__(self, env, gamma=0.99, lr=1e-3):
        self.env, self.gamma = env, gamma
        n_obs, self.n_act = env.observation_space.shape[0], env.action_space.n
        self.online, self.target = q_network(n_obs, self.n_act), q_network(n_obs, self.n_act)
        self.target.set_weights(self.online.get_weights())
        self.opt = tf.keras.optimizers.Adam(lr)
        self.memory = deque(maxlen=50_000)

    def act(self, obs, epsilon):
        if random.random() < epsilon:
            return random.randrange(self.n_act)
        return int(tf.argmax(self.online(obs[None], training=False)[0]))

    def learn(self, batch_size=64):
        s, a, r, s2, d = map(np.array, zip(*random.sample(self.memory, batch_size)))
        goal = r + self.gamma * (1 - d) * tf.reduce_max(self.target(s2, training=False), axis=1).numpy()
        with tf.GradientTape() as tape:
            q = self.online(s)  # must: keras-missing-training-flag
            chosen = tf.reduce_sum(q * tf.one_hot(a, self.n_act), axis=1)
            loss = tf.reduce_mean(tf.square(chosen - goal.astype("float32")))
        grads = tape.gradient(loss, self.online.trainable_variables)
        self.opt.apply_gradients(zip(grads, self.online.trainable_variables))


def main():
    tf.keras.utils.set_random_seed(0)
    agent = DQN(gym.make("CartPole-v1"))
    for episode in range(400):
        obs, _ = agent.env.reset(seed=episode)
        done = False
        while not done:
            action = agent.act(obs, epsilon=max(0.02, 1 - episode / 200))
            nxt, reward, terminated, truncated, _ = agent.env.step(action)
            agent.memory.append((obs, action, reward, nxt, float(terminated)))
            obs, done = nxt, terminated or truncated
            if len(agent.memory) > 1000:
                agent.learn()
        if episode % 20 == 0:
            agent.target.set_weights(agent.online.get_weights())


main()
