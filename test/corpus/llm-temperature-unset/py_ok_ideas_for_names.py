import argparse

from openai import OpenAI


def main() -> None:
    parser = argparse.ArgumentParser(description="Ideas for the name of a boat.")
    parser.add_argument("colour")
    colour = parser.parse_args().colour
    completion = OpenAI(timeout=30).chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_tokens=120,
        messages=[
            {"role": "system", "content": "You invent names of boats, each time others."},
            {"role": "user", "content": f"The boat is {colour}."},
        ],
    )
    print(completion.choices[0].message.content)


if __name__ == "__main__":
    main()
