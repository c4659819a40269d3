import type { Broadcast, BroadcastDesk, BroadcastPart, BroadcastSheet, Terminal } from '@/api'

type Tone = 'done' | 'waiting' | 'moving' | 'late' | 'idle'

type Standing = Broadcast['state'] | 'partial' | 'unproved'
/**
 * As the state, but what some have played and some have not is said apart from what nobody has, and what was only sent to
 * servers of streams from what was played.
 */
export function standing(one: Broadcast): Standing {
  if (one.state === 'done' && one.sent > 0) return 'unproved'
  return one.state === 'failed' && one.played + one.sent > 0 ? 'partial' : one.state
}
export const toneOfState: Record<Standing, Tone> = {
  partial: 'waiting',
  unproved: 'waiting',
  draft: 'waiting',
  waiting: 'waiting',
  playing: 'moving',
  done: 'done',
  failed: 'late',
  stopped: 'idle',
  refused: 'idle',
}
export const toneOfHearing: Record<Terminal['hearing'], Tone> = { heard: 'done', silent: 'late', unheard: 'idle' }
export const toneOfOutcome: Record<NonNullable<BroadcastPart['outcome']>, Tone> = {
  played: 'done',
  failed: 'late',
  silent: 'late',
  stopped: 'idle',
  sent: 'waiting',
}

export const ended = (one: Broadcast): boolean => ['done', 'failed', 'stopped', 'refused'].includes(one.state)
export const sounding = (one: Broadcast): boolean => one.state === 'waiting' || one.state === 'playing'

/** What needs a hand first: to be released by me, then what sounds, then what waits for another. */
export function byNeed(all: Broadcast[], releases: boolean): Broadcast[] {
  const weight = (one: Broadcast) => (one.state === 'draft' ? (releases && !one.mine ? 0 : 2) : 1)
  return [...all].sort((a, b) => weight(a) - weight(b))
}

/** Characters as the server counts them: a rare one is one, not two. */
export const characters = (text: string): number => [...text].length

/** How long it lasts, by the rule the server has, while somebody still writes. */
export function secondsOf(sheet: BroadcastSheet, desk: BroadcastDesk): number {
  const siren = sheet.siren ? desk.siren_seconds : 0
  return (siren + Math.floor(characters(sheet.text) / Math.max(1, desk.speech_rate)) + 1) * sheet.repeats
}

/** "1:05" */
export const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** The red warning that covers all these zones and may stand in for the second person; the server decides. */
export function authorityFor(one: Broadcast, desk: BroadcastDesk | null) {
  if (!desk?.preauthorised || !one.sheet.pattern) return null
  const digits = (code: string) => code.replace(/(000)+$/, '')
  return (
    desk.authorities.find((each) =>
      one.sheet.zones.every((zone) => each.areas.some((area) => zone.startsWith(digits(area)))),
    ) ?? null
  )
}

export const blankSheet = (zones: string[], drill: boolean): BroadcastSheet => ({
  purpose: drill ? 'drill' : 'emergency',
  severity: 2,
  title: '',
  text: '',
  siren: true,
  recording: '',
  repeats: 2,
  zones,
  pattern: '',
})
