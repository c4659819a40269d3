export type Tone = 'done' | 'waiting' | 'moving' | 'late' | 'idle'

/** A point on the map with a state: a village, a town, a site. */
export interface Mark {
  id: string
  name: string
  lon: number
  lat: number
  tone: Tone
  /** Instead of the tone's look: the four colours of risk, a sign of its kind. */
  paint?: { fill: string; on: string; sign: string }
}

/** West, south, east, north. */
export type Bounds = [number, number, number, number]
export type Space = { left: number; right: number; top: number; bottom: number }
