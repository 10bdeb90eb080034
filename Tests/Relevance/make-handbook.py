#!/usr/bin/env python3
"""Writes a handbook of many long pages, to measure the search index by: make-handbook.py FOLDER PAGES [CONTENT]

Pages have about 966 words in five sections: sentences of the handbook in CONTENT, put together anew, with rare names
and codes among them, of which each page has some that no page before it had.
"""
import random, re, sys
from pathlib import Path

WORDS = 966


def sentences(content: Path) -> list[str]:
    found = []
    for path in sorted(content.rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n|```.*?```|<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.S)
        text = re.sub(r"\[\[([^\]|]*\|)?([^\]]*)\]\]|\[([^\]]*)\]\([^)]*\)|[*`|]", lambda m: m[2] or m[3] or " ", text)
        for line in text.splitlines():
            if line[:1].isalpha():
                found += [part for part in re.split(r"(?<=[.?!])\s+", line) if 5 <= len(part.split()) <= 30]
    return found


def main():
    folder, pages = Path(sys.argv[1]), int(sys.argv[2])
    root = Path(__file__).resolve().parents[2]
    pool = sentences(Path(sys.argv[3]) if len(sys.argv) > 3 else root / "content")
    rnd = random.Random(1)
    syllables = [a + b for a in "b d f g k l m n p r s t v z br st tr".split() for b in "a e i o u an el in or us".split()]
    names: list[str] = []

    def name() -> str:
        # H. A. Simon's process: a new name now and then, else one of those before, the more common the likelier.
        if not names or rnd.random() < 0.55 / (1 + len(names) / 60_000):
            names.append("".join(rnd.choices(syllables, k=rnd.randint(2, 4))).capitalize())
        else:
            names.append(rnd.choice(names))
        return names[-1]

    for number in range(pages):
        parts, words = [], 0
        title = " ".join(rnd.choice(pool).split()[:6]).rstrip(".,:;?!") + " " + name()
        for section in range(5):
            lines, count = [], 0
            while count < WORDS / 5:
                sentence = rnd.choice(pool)
                if rnd.random() < 0.3:
                    sentence += f" {name()} {rnd.choice(['agrees', 'decides', 'reports', 'asks'])} with {name()}."
                lines.append(sentence)
                count += len(sentence.split())
            heading = "" if section == 0 else "## " + " ".join(rnd.choice(pool).split()[:5]).rstrip(".,:;?!") + "\n\n"
            parts.append(heading + re.sub(r"([<>&_\[\]#])", r"\\\1", " ".join(lines)))
        path = folder / f"s{number // 200}" / f"p{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {title}\n\n" + "\n\n".join(parts) + "\n", encoding="utf-8")
    (folder / "handbook.yml").write_text("title: Many pages\nsearch: {from_folder: false}\n")


if __name__ == "__main__":
    main()
