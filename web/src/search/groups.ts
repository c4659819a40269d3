import type { Found } from '@/api'

/** Where a finding leads; nothing if the page it is on cannot be opened at it. */
export function pageOf(found: Found): string {
  const id = encodeURIComponent(found.subject)
  switch (found.kind) {
    case 'order':
      return `/orders/${id}`
    case 'warning':
      return `/warnings/${id}`
    case 'response':
      return `/responses/${id}`
    case 'plan':
      return `/plans/${id}`
    case 'incident':
      return `/incidents/${id}`
    case 'register':
      return `/organisation?tab=registers&list=${encodeURIComponent(found.subject.split('/')[0]!)}`
    case 'consultation':
      return `/consultations/${id}`
    case 'grid_report':
      return `/grid/reports/${id}`
    case 'grid':
      return `/grid?grid=${id}`
    case 'inspection':
      return `/enforcement/inspections/${id}`
    case 'case':
      return `/enforcement/cases/${id}`
    case 'hazard':
      return '/enforcement/hazards'
    case 'lesson':
      return '/evaluation/models'
    case 'contract':
      return '/funds'
    case 'activity':
      return '/venue'
    case 'device':
    case 'callout':
    case 'training':
    case 'exercise':
    case 'transfer':
      return `/${found.kind}s/${id}`
    case 'broadcast':
    case 'dispatch':
      return `/${found.kind}/${id}`
    default:
      return ''
  }
}

/** What the night needs first; the log, which holds most lines, last. */
const ORDER = [
  'incident',
  'warning',
  'response',
  'order',
  'consultation',
  'resolution',
  'broadcast',
  'callout',
  'transfer',
  'dispatch',
  'grid_report',
  'task',
  'hazard',
  'inspection',
  'case',
  'plan',
  'exercise',
  'training',
  'activity',
  'device',
  'grid',
  'contract',
  'lesson',
  'register',
]

export interface Group {
  kind: string
  items: Found[]
}

export function groupsOf(found: Found[]): Group[] {
  const place = (kind: string) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)
  const groups: Group[] = []
  for (const each of found) {
    const group = groups.find((one) => one.kind === each.kind)
    if (group) group.items.push(each)
    else groups.push({ kind: each.kind, items: [each] })
  }
  return groups.sort((one, other) => place(one.kind) - place(other.kind))
}

export interface Piece {
  text: string
  hit: boolean
}

/** A text cut where the words of the question stand in it, whatever their case. */
export function pieces(text: string, question: string): Piece[] {
  const words = question.trim().split(/\s+/).filter((word) => [...word].length > 1)
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!escaped.length) return [{ text, hit: false }]
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'i'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((piece) => piece.text)
}

const AROUND = 40

/** The part of a long text around the first hit. */
export function extract(text: string, question: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const words = question.trim().toLowerCase().split(/\s+/)
  const at = Math.max(0, ...words.map((word) => line.toLowerCase().indexOf(word)).filter((each) => each >= 0).slice(0, 1))
  const from = Math.max(0, at - AROUND)
  const to = Math.min(line.length, at + 2 * AROUND)
  return (from > 0 ? '…' : '') + line.slice(from, to) + (to < line.length ? '…' : '')
}
