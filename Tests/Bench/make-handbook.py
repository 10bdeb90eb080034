#!/usr/bin/env python3
"""Writes a handbook of any size for measurements: the same arguments give the same bytes.

make-handbook.py FOLDER PAGES [--words WORDS] [--terms TERMS] [--japanese] [--faults FAULTS]    pages of about WORDS words
(default 600) in folders of 100, with front matter, headings, lists, tables, code, quotes, footnotes and links to each
other; and a glossary of TERMS terms, the first 200 of which the pages mention. With --japanese, text without spaces of
about as many bytes; with --faults, so many names in double brackets on each page that no page has.
"""
import argparse
import os
import random

WORDS = (
    "project plan risk issue milestone sponsor board report budget scope quality change benefit office lead owner "
    "schedule task week review decision gate stage team supplier contract resource cost value measure target register "
    "agree check write read keep show move start finish close open ask answer decide approve raise hold make take give "
    "clear short early late small large open each every other same next last first second monthly weekly written "
    "the a of to in for on with by from at as and or but when before after while until because if that this which"
).split()

JAPANESE = (
    "計画 危険 課題 節目 責任者 会議 報告 予算 範囲 品質 変更 便益 事務局 担当 日程 作業 週 確認 決定 関門 段階 班 供給者 契約 資源 費用 "
    "価値 測定 目標 台帳 合意する 調べる 読む 書く 続ける 示す 動かす 始める 終える 閉じる 開く 尋ねる 答える 決める 承認する 上げる "
    "待つ 作る 取る 渡す 明らか 短い 早い 遅い 小さい 大きい 各 毎 他 同じ 次 最後 最初 プロジェクト リスク スケジュール は が を に で と も の から まで"
).split()
FORGOTTEN = "charter lessons audit backlog retrospective canvas roadmap tracker survey charta".split()
IN_JAPANESE = False


def sentence(rng):
    if IN_JAPANESE:
        return "".join(rng.choice(JAPANESE) for _ in range(rng.randint(6, 18))) + "。"
    words = [rng.choice(WORDS) for _ in range(rng.randint(6, 18))]
    return " ".join(words).capitalize() + rng.choice([".", ".", ".", "?", ":"][:4])


def summary(rng):
    if IN_JAPANESE:
        return "".join(sentence(rng) for _ in range(5))[:160]
    return f"{sentence(rng)[:120]} {sentence(rng)[:60]}"


def paragraph(rng, links):
    text = [sentence(rng) for _ in range(rng.randint(2, 5))]
    if rng.random() < 0.6:
        text.insert(1, f"See [the {rng.choice(WORDS)} {rng.choice(WORDS)} page]({rng.choice(links)}).")
    if rng.random() < 0.2:
        text.append(f"The **{rng.choice(WORDS)}** is *{rng.choice(WORDS)}*, as `{rng.choice(WORDS)}` shows.")
    return " ".join(text)


def block(rng, links, number):
    kind = rng.random()
    if kind < 0.6:
        return paragraph(rng, links)
    if kind < 0.75:
        return "\n".join(f"- {sentence(rng)}" for _ in range(rng.randint(3, 6)))
    if kind < 0.82:
        rows = [f"| {rng.choice(WORDS)} | {rng.choice(WORDS)} {rng.choice(WORDS)} | {rng.randint(1, 99)} |" for _ in range(4)]
        return "\n".join(["| Name | What | Days |", "|---|---|--:|", *rows])
    if kind < 0.88:
        return "```text\n" + "\n".join(sentence(rng) for _ in range(3)) + "\n```"
    if kind < 0.94:
        return f"> [!NOTE]\n> {sentence(rng)}"
    return f"{sentence(rng)}[^{number}]\n\n[^{number}]: {sentence(rng)}"


def page(rng, number, pages, words, faults):
    links = [f"../part-{n // 100:04}/page-{n:06}.md" for n in (rng.randrange(pages) for _ in range(6))]
    out = ["---", f"title: Page {number} on {rng.choice(WORDS)} and {rng.choice(WORDS)}",
           f"summary: {summary(rng)}", "updated: 2026-11-01", "---", ""]
    count = 0
    section = 0
    while count < words:
        if section % 4 == 0:
            out += [f"## {sentence(rng)[:40].strip(' .?:')} {section // 4 + 1}", ""]
        text = block(rng, links, section)
        out += [text, ""]
        count += len(text.encode()) // 6 if IN_JAPANESE else len(text.split())
        section += 1
    for _ in range(faults):
        out += [f"See [[{rng.choice(FORGOTTEN)} {rng.choice(WORDS)} {rng.randrange(pages)}]].", ""]
    return "\n".join(out)


def glossary(count):
    """Two words of the text for the first 200 terms; then one of them and one that no page has, so that more terms mean
    more to look for and nothing more to find."""
    rng = random.Random(2027)
    names = {}
    while len(names) < min(count, 200):
        names[f"{rng.choice(WORDS)} {rng.choice(WORDS)}"] = None
    number = 0
    while len(names) < count:
        names[f"{WORDS[number % len(WORDS)]} xterm{number}"] = None
        number += 1
    lines = ["terms:"]
    for number, name in enumerate(names):
        lines += [f"  - term: {name}", f"    definition: What term {number} of this handbook means in one sentence."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("pages", type=int)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--terms", type=int, default=0)
    parser.add_argument("--japanese", action="store_true")
    parser.add_argument("--faults", type=int, default=0)
    options = parser.parse_args()
    global IN_JAPANESE
    IN_JAPANESE = options.japanese
    rng = random.Random(2026)
    for number in range(options.pages):
        part = os.path.join(options.folder, f"part-{number // 100:04}")
        os.makedirs(part, exist_ok=True)
        with open(os.path.join(part, f"page-{number:06}.md"), "w", encoding="utf-8") as file:
            file.write(page(rng, number, options.pages, options.words, options.faults))
    if options.terms:
        with open(os.path.join(options.folder, "glossary.yml"), "w", encoding="utf-8") as file:
            file.write(glossary(options.terms))
        # The terms that no page has are meant to be unused.
        with open(os.path.join(options.folder, "handbook.yml"), "w", encoding="utf-8") as file:
            file.write("rules: {unused-term: off, overlinked-term: off}\n")


main()
