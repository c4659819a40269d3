import type { Link } from '@/api'

export type LinkMood = 'up' | 'cut' | 'never' | 'refused'

/** How a link is, in one word. */
export function moodOf(link: Link): LinkMood {
  if (link.refused) return 'refused'
  if (link.up) return 'up'
  return link.last_at ? 'cut' : 'never'
}

/** 812 → "812 B", 35210 → "35.2 kB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${size.toFixed(size < 100 ? 1 : 0)} ${unit}`
}

/** The parent first, then those that need somebody, then by area. */
export function inOrder(links: Link[]): Link[] {
  const rank = (link: Link) => (link.direction === 'parent' ? 0 : link.up && !link.refused ? 2 : 1)
  return [...links].sort((a, b) => rank(a) - rank(b) || a.area.localeCompare(b.area))
}
