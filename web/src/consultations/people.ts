import { api, ask } from '@/api'

export interface Candidate {
  person: string
  name: string
  title: string
}

/** Everybody of this node and below who can be invited, by name and post. */
export async function candidates(area: string): Promise<Candidate[]> {
  const { items } = await ask(api.GET('/api/v1/people', { params: { query: { area } } }))
  return items
    .filter((each) => each.active)
    .map((each) => ({ person: each.id, name: each.name, title: each.posts.map((post) => post.title).join('、') }))
}

/** An `<input type="datetime-local">` read on the station's clock, whatever this computer is set to. */
export function instantOf(local: string): string | null {
  return local ? new Date(`${local}:00+08:00`).toISOString() : null
}

/** So many hours from now, as that input wants it. */
export function localAfter(hours: number, now_ms: number): string {
  return new Date(now_ms + (hours + 8) * 3_600_000).toISOString().slice(0, 16)
}
