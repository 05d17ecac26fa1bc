import { WebSocketServer } from 'ws';
import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
const server = new WebSocketServer({ port: 8081 });

server.on('connection', (socket) => {
  socket.on('message', async (data) => {
    const { game, move } = JSON.parse(data.toString());
    const response = await ai.models.generateContent({
      model: 'gemini-2.0-flash-001',
      contents: move,
      config: {
        systemInstruction: `You lead a game of words. The players agreed on this: ${game}`, // must: llm-user-input-in-system-prompt
        maxOutputTokens: 200,
      },
    });
    socket.send(response.text);
  });
});
