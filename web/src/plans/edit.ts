/**
 * Changes single values of a plan's text without touching anything else of it: comments, order and spaces stay as
 * their writers left them. Which lines there are is found by indentation; whether they are right, the server says.
 */
export interface StepField {
  level: number
  step: string
  field: 'title' | 'action' | 'post' | 'confirmation' | 'minutes'
}

interface Place {
  from: number
  to: number
}

const indentOf = (line: string) => line.length - line.trimStart().length
const isEmpty = (line: string) => /^\s*(#.*)?$/.test(line)

/** The lines of the list item that begins at `from` and is indented by `indent`. */
function itemFrom(lines: string[], from: number, indent: number): Place {
  let to = from + 1
  while (to < lines.length && (isEmpty(lines[to] ?? '') || indentOf(lines[to] ?? '') > indent)) to++
  return { from, to }
}

function find(lines: string[], { from, to }: Place, pattern: RegExp): Place | null {
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? ''
    if (pattern.test(line)) return itemFrom(lines, at, indentOf(line))
  }
  return null
}

/** Where a step stands in the text. */
export function placeOf(lines: string[], level: number, step: string): Place | null {
  const inLevel = find(lines, { from: 0, to: lines.length }, new RegExp(`^\\s*- level:\\s*${level}\\s*(#.*)?$`))
  if (!inLevel) return null
  return find(lines, inLevel, new RegExp(`^\\s*- id:\\s*["']?${step.replace(/\W/g, '\\$&')}["']?\\s*(#.*)?$`))
}

const scalar = (value: string) =>
  /^[\s#&*!|>'"%@`\-?{}[\],]|[:#]\s|[:\s]$|^$|^(true|false|null|~|yes|no)$/i.test(value) ? JSON.stringify(value) : value

/** The text with one value of one step changed; the same text when the step or field is not written in a plain way. */
export function change(text: string, { level, step, field }: StepField, value: string): string {
  const lines = text.split('\n')
  const place = placeOf(lines, level, step)
  if (!place) return text
  for (let at = place.from; at < place.to; at++) {
    const line = lines[at] ?? ''
    if (field === 'minutes') {
      const changed = line.replace(/(deadline:\s*\{[^}]*minutes:\s*)\d+/, `$1${value}`)
      if (changed !== line) return [...lines.slice(0, at), changed, ...lines.slice(at + 1)].join('\n')
      continue
    }
    const found = new RegExp(`^(\\s*(?:- )?${field}:)\\s*[^|>].*$`).exec(line)
    if (found && at > place.from)
      return [...lines.slice(0, at), `${found[1]} ${scalar(value)}`, ...lines.slice(at + 1)].join('\n')
  }
  if (field === 'minutes' || field === 'action') return text
  // A field left out (a tick is not written): it goes right below the step's id.
  const indent = ' '.repeat(indentOf(lines[place.from] ?? '') + 2)
  return [...lines.slice(0, place.from + 1), `${indent}${field}: ${scalar(value)}`, ...lines.slice(place.from + 1)].join('\n')
}

/** The offset of a line in the text, for jumping to a fault. */
export function offsetOf(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n')
  const before = lines.slice(0, Math.max(0, line - 1))
  const from = before.reduce((sum, each) => sum + each.length + 1, 0)
  return { from, to: from + (lines[line - 1]?.length ?? 0) }
}
