/**
 * The ten lines that repeat one part of a draw from its record and its frame, as docs/verify-a-draw.md has them; first
 * for a part drawn by ticket (LT1), then for a systematic part (LT1-S).
 */
export const pythonLines = {
  ticket: [
    'import hashlib, json, sys, unicodedata',
    'sha = lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest()',
    'clean = lambda text: unicodedata.normalize("NFC", text).strip()',
    'record, part = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[3])',
    'frame = [[clean(cell) for cell in line.rsplit(";", 1)] for line in open(sys.argv[2], encoding="utf-8")]',
    'print("frame", sha("".join(sorted(f"{s};{i}\\n" for s, i in frame))) == record["frames"][part]["fingerprint"])',
    'for q in (q for q in record["strata"] if q["partIndex"] == part):',
    '    order = sorted((sha(f"LT1|{record[\'seed\']}|{s}|{i}"), i) for s, i in frame if q["name"] in (s, sha(f"LT1|{record[\'seed\']}|{s}")))',
    '    drawn = {c["rank"]: (c["ticket"], c["caseId"]) for c in record["cases"] if (c["partIndex"], c["stratum"]) == (part, q["name"])}',
    '    print(q["name"], set(drawn) >= set(range(1, q["drawn"] + 1)) and all(order[r - 1] == drawn[r] for r in drawn))',
  ],
  systematic: [
    'import hashlib, json, sys, unicodedata',
    'sha = lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest()',
    'record, part = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[3])',
    'frame = [[unicodedata.normalize("NFC", cell).strip() for cell in line.rsplit(";", 1)] for line in open(sys.argv[2], encoding="utf-8")]',
    'for q in (q for q in record["strata"] if q["partIndex"] == part):',
    '    name = next((s for s, i in frame if q["name"] in (s, sha(f"LT1|{record[\'seed\']}|{s}"))), q["name"])',
    '    head, ids = f"LT1-S|{record[\'seed\']}|{name}", sorted(i for s, i in frame if s == name)',
    '    first = [ids[(int(sha(head), 16) % len(ids) + k * len(ids)) // q["systematic"]] for k in range(q["systematic"])]',
    '    order = first + sorted(set(ids) - set(first), key=lambda i: sha(f"{head}|{i}"))',
    '    print(q["name"], all(order[c["rank"] - 1] == c["caseId"] for c in record["cases"] if (c["partIndex"], c["stratum"]) == (part, q["name"])))',
  ],
} as const;
