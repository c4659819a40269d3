import { api, ask } from '@/api'

/** How a browser may reach the media service: relays for those behind a firewall, and passwords that end by themselves. */
export function waysOf(meeting: string): () => Promise<RTCConfiguration> {
  let known: Promise<RTCConfiguration> | null = null
  let until = 0
  async function look(): Promise<RTCConfiguration> {
    const { servers, seconds } = await ask(api.GET('/api/v1/meetings/{meeting}/relays', { params: { path: { meeting } } }))
    until = Date.now() + seconds * 500 // half of its time: a connection made now is to last
    return { iceServers: servers }
  }
  return () => {
    if (known && Date.now() < until) return known
    until = Infinity // asked for; nobody asks twice
    known = look().catch(() => {
      until = 0
      return {}
    })
    return known
  }
}
