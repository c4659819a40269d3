export interface DiffLine {
  kind: 'same' | 'gone' | 'new'
  text: string
  /** 1-based in the older and in the newer text; null where the line does not stand there. */
  before: number | null
  after: number | null
}

/** The longest table of lines compared one by one; a longer middle is shown as taken out and put in. */
const CELLS_MOST = 4_000_000

/** How the newer text came out of the older, line by line (longest common subsequence). */
export function compare(older: string, newer: string): DiffLine[] {
  const a = older.split('\n')
  const b = newer.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const same = (before: number, after: number): DiffLine => ({
    kind: 'same',
    text: a[before] ?? '',
    before: before + 1,
    after: after + 1,
  })
  return [
    ...a.slice(0, head).map((_, i) => same(i, i)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head),
    ...a.slice(a.length - tail).map((_, i) => same(a.length - tail + i, b.length - tail + i)),
  ]
}

function middle(a: string[], b: string[], offset: number): DiffLine[] {
  const gone = (i: number): DiffLine => ({ kind: 'gone', text: a[i] ?? '', before: offset + i + 1, after: null })
  const fresh = (j: number): DiffLine => ({ kind: 'new', text: b[j] ?? '', before: null, after: offset + j + 1 })
  if (a.length * b.length > CELLS_MOST) return [...a.map((_, i) => gone(i)), ...b.map((_, j) => fresh(j))]
  const longest = table(a, b)
  const width = b.length + 1
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '', before: offset + i + 1, after: offset + j + 1 })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(gone(i))
      i += 1
    } else {
      lines.push(fresh(j))
      j += 1
    }
  }
  return lines
}

/** Length of the longest common subsequence of a[i…] and b[j…]. */
function table(a: string[], b: string[]): Uint32Array {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  return longest
}

export interface Stretch {
  /** Lines left out before these. */
  skipped: number
  lines: DiffLine[]
}

/** Only what changed, with a few lines around it. */
export function stretches(lines: DiffLine[], around = 3): { parts: Stretch[]; rest: number } {
  const near = lines.map(() => false)
  lines.forEach((line, at) => {
    if (line.kind === 'same') return
    for (let i = Math.max(0, at - around); i <= Math.min(lines.length - 1, at + around); i += 1) near[i] = true
  })
  const parts: Stretch[] = []
  let skipped = 0
  lines.forEach((line, at) => {
    if (!near[at]) {
      skipped += 1
      return
    }
    if (at === 0 || !near[at - 1]) parts.push({ skipped, lines: [] })
    parts[parts.length - 1]?.lines.push(line)
    skipped = 0
  })
  return { parts, rest: skipped }
}
