/** What an officer can send when only short messages are left, and which numbers each asks for. */
export const REPORTS = ['help', 'casualties', 'situation', 'words'] as const
export type ReportKind = (typeof REPORTS)[number]

export const NUMBERS = {
  help: ['people'],
  casualties: ['dead', 'missing', 'badly_injured', 'injured', 'trapped'],
  situation: ['people_moved', 'people_to_move', 'people_sheltered', 'households_without_power', 'roads_cut', 'houses_damaged'],
  words: [],
} as const satisfies Record<ReportKind, readonly string[]>

/** In the order of the frame's flags. */
export const NEEDS = [
  'rescue',
  'medical',
  'boats',
  'pumps',
  'power',
  'water_food',
  'shelter',
  'transport',
  'radio',
  'machines',
] as const

/** An empty field is unknown, which is not zero. */
export function numberOf(typed: unknown): number | null {
  const text = String(typed ?? '').trim()
  return text === '' ? null : Number(text)
}

/** How far a frame has come, as a dot. */
export function toneOf(state: string): 'done' | 'waiting' | 'idle' {
  if (state === 'waiting') return 'waiting'
  return state === 'old' ? 'idle' : 'done'
}

/** The words of what was heard, or its numbers. */
export function briefOfHeard(body: Record<string, unknown>): string {
  const said = ['note', 'text', 'headline', 'reason'].map((key) => body[key]).find((each) => typeof each === 'string' && each)
  return typeof said === 'string' ? said : ''
}
