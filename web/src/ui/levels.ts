import type { Colour, Level } from '@/api'

const colours: readonly Colour[] = ['none', 'red', 'orange', 'yellow', 'blue']

/** The colour a level is painted with; which level a warning calls for is the server's business. */
export function colourOfLevel(level: Level): Colour {
  return colours[level] ?? 'none'
}

export function levelOfColour(colour: Colour): Level | null {
  const level = colours.indexOf(colour)
  return level > 0 ? level : null
}

/** A colour as a call or a response carries it: a word of its own, not always one we know. */
export function colourOf(word: string): Colour {
  return colours.find((colour) => colour === word) ?? 'none'
}

/** Order of seriousness, red first; for sorting what is shown. */
export function severity(colour: Colour): number {
  return levelOfColour(colour) ?? 5
}
