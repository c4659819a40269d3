/** What a code of the station stands for. */
export const kinds = ['household', 'stock', 'place'] as const
export type CodeKind = (typeof kinds)[number]

export interface StationCode {
  kind: CodeKind
  id: string
}

/** "anlan:household:7c1f…": printed by the station, holds an id and nothing about anybody. */
export const codeOf = (kind: CodeKind, id: string) => `anlan:${kind}:${id}`

/** Nothing for a label that is not ours: a parcel's, a shop's, an advertisement's. */
export function stationCode(text: string): StationCode | null {
  const found = /^anlan:([a-z]+):([0-9A-Za-z_.-]{1,80})$/.exec(text.trim())
  const kind = kinds.find((each) => each === found?.[1])
  return kind && found?.[2] ? { kind, id: found[2] } : null
}
