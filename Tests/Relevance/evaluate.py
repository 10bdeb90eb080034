#!/usr/bin/env python3
"""How well search finds what a labelled set of questions asks for.

    Tests/Relevance/evaluate.py MILEPOST SET [--queries FILE ...] [--run FILE]

SET is a folder with `docs.jsonl` (`id`, `title`, `text` in each line), `queries.tsv` (`qid`, text) and `qrels.tsv` (`qid`,
`docid`, grade), or a folder of Markdown, whose queries come as `text<TAB>slug[,slug]`, any of which may come first. The
set becomes a handbook, Milepost builds it, and the client module answers the queries from the built files in Node. Prints
nDCG@10 (linear gain), MRR@10, success@1 and @3; a query without a result counts 0.
"""
import argparse, collections, json, math, re, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN = HERE / "run.mjs"


def escaped(text: str) -> str:
    """Markdown that reads as `text`."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def write_handbook(docs: Path, folder: Path) -> dict[str, str]:
    """One page for each document; returns the ids of documents by the address of their page."""
    ids = {}
    for number, line in enumerate(docs.open(encoding="utf-8")):
        doc = json.loads(line)
        place = folder / f"{number // 500}" / f"d{number}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        title = " ".join(doc["title"].split()) or "Untitled"
        text = "\n\n".join(escaped(part.strip()) for part in doc["text"].split("\n") if part.strip())
        place.write_text(f"# {escaped(title)}\n\n{text}\n", encoding="utf-8")
        ids[f"{number // 500}/d{number}/"] = doc["id"]
    (folder / "handbook.yml").write_text("title: Evaluation\nsearch: {from_folder: false}\n")
    return ids


def build(milepost: str, content: Path, site: Path):
    subprocess.run([milepost, "build", content, "-o", site, "--keep-going"], capture_output=True)
    if not (site / "search/manifest.bin").exists():
        sys.exit("the handbook was not built")


def answers(site: Path, queries: dict[str, str]) -> dict[str, list[tuple[str, float]]]:
    """The addresses of the ten best pages for each query, with their scores."""
    asked = "".join(f"{qid}\t{text}\n" for qid, text in queries.items())
    output = subprocess.run(["node", RUN, site], input=asked, text=True, stdout=subprocess.PIPE, check=True).stdout
    found = collections.defaultdict(list)
    for line in output.splitlines():
        qid, address, _, score = line.split("\t")
        found[qid].append((address, float(score)))
    return found


def measure(ranked: list[str], grades: dict[str, int]) -> list[float]:
    gains = [grades.get(doc, 0) for doc in ranked[:10]]
    ideal = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:10]
    dcg = sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
    best = sum(gain / math.log2(place + 2) for place, gain in enumerate(ideal))
    rank = next((place + 1 for place, gain in enumerate(gains) if gain > 0), None)
    return [dcg / best if best else 0, 1 / rank if rank else 0, float(rank == 1), float(rank is not None and rank <= 3)]


def read_tsv(path: Path) -> list[list[str]]:
    return [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8") if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("milepost")
    parser.add_argument("set", type=Path)
    parser.add_argument("--queries", type=Path, nargs="+", help="in place of queries.tsv")
    parser.add_argument("--run", type=Path, help="write the answers: qid, id, rank, score")
    parser.add_argument("--misses", action="store_true", help="print the queries without a right answer in front")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        docs = options.set / "docs.jsonl"
        if docs.exists():
            content = Path(temporary) / "content"
            ids = write_handbook(docs, content)
        else:
            content, ids = options.set, {}
        build(options.milepost, content, site)
        for path in options.queries or [options.set / "queries.tsv"]:
            grades: dict[str, dict[str, int]] = collections.defaultdict(dict)
            if ids:
                queries = {row[0]: row[1] for row in read_tsv(path)}
                for qid, doc, grade in read_tsv(options.set / "qrels.tsv"):
                    grades[qid][doc] = int(grade)
            else:
                rows = read_tsv(path)
                queries = {str(number): row[0] for number, row in enumerate(rows)}
                grades |= {str(number): {slug: 1 for slug in row[1].split(",")} for number, row in enumerate(rows)}
            found = answers(site, {qid: text for qid, text in queries.items() if qid in grades})
            name = (lambda address: ids.get(address, address)) if ids else (lambda a: a.rstrip("/").split("/")[-1])
            run = {qid: [(name(address.split("#")[0]), score) for address, score in found.get(qid, [])] for qid in grades}
            figures = [measure([doc for doc, _ in run[qid]], grades[qid]) for qid in grades]
            means = [sum(column) / len(figures) for column in zip(*figures)]
            print(f"{path.stem}: nDCG@10 {means[0]:.4f}  MRR@10 {means[1]:.4f}  success@1 {means[2]:.4f}  @3 {means[3]:.4f}  ({len(figures)} queries)")
            if options.misses:
                for (qid, found_here), figure in zip(run.items(), figures):
                    if not figure[2]:
                        print(f"    {queries[qid]} → {', '.join(doc for doc, _ in found_here[:4])} (wanted {', '.join(grades[qid])})")
            if options.run:
                options.run.write_text("".join(
                    f"{qid}\t{doc}\t{rank}\t{score:.6f}\n" for qid, docs in run.items() for rank, (doc, score) in enumerate(docs, 1)))


if __name__ == "__main__":
    main()
