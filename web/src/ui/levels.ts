import type { Colour, Level } from '@/api'

const colours: Record<Level, Colour> = { 1: 'red', 2: 'orange', 3: 'yellow', 4: 'blue' }

/** The colour a level is painted with; which level a warning calls for is the server's business. */
export function colourOfLevel(level: Level): Colour {
  return colours[level]
}

export function levelOfColour(colour: Colour): Level | null {
  const found = ([1, 2, 3, 4] as Level[]).find((level) => colours[level] === colour)
  return found ?? null
}

/** Order of seriousness, red first; for sorting what is shown. */
export function severity(colour: Colour): number {
  return levelOfColour(colour) ?? 5
}
