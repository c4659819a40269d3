import { onScopeDispose } from 'vue'
import { useClock } from './stores/clock'
import { useLink } from './stores/link'

export interface Notice {
  kind: string
  subject?: string
  seq?: number
  at?: string
  drill?: string
  response?: string
  for?: string
  call?: unknown
}

type Hear = (notice: Notice) => void
const ears = new Set<Hear>()
const SILENCE_MS = 60_000 // A server that pings does so every 25 s; two missed pings mean the line is dead.
const SLOWEST_MS = 30_000

let socket: WebSocket | null = null
let attempt = 0
let retry = 0
let watchdog = 0
let wanted = false
let pinged = false

/** How long to wait before try number `attempt` (0, 1, …): doubling from one second, with a little chance in it. */
export function backoff_ms(attempt: number, chance = Math.random()): number {
  return Math.min(SLOWEST_MS, 1000 * 2 ** attempt) * (0.75 + chance * 0.5)
}

/** Opens the live line and keeps it open until `hangUp`. */
export function goLive(): void {
  wanted = true
  if (!socket) connect()
}

export function hangUp(): void {
  wanted = false
  window.clearTimeout(retry)
  window.clearTimeout(watchdog)
  socket?.close()
  socket = null
}

function connect(): void {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  socket = new WebSocket(`${scheme}://${location.host}/api/v1/live`)
  socket.onopen = () => {
    const again = attempt > 0
    attempt = 0
    useLink().liveUp()
    listenForSilence()
    // Whatever happened while the line was down was not heard: every list is read again.
    if (again) tell({ kind: 'reconnected' })
  }
  socket.onmessage = (message) => {
    listenForSilence()
    const notice = JSON.parse(String(message.data)) as Notice
    if (notice.kind === 'ping') pinged = true
    if (notice.kind !== 'ping') tell(notice)
  }
  socket.onclose = () => {
    socket = null
    if (!wanted) return
    useLink().liveDown(useClock().now)
    retry = window.setTimeout(connect, backoff_ms(attempt++))
  }
}

function listenForSilence(): void {
  window.clearTimeout(watchdog)
  if (!pinged) return // Where pings stay below the browser's sight, silence means nothing.
  watchdog = window.setTimeout(() => socket?.close(), SILENCE_MS)
}

export function tell(notice: Notice): void {
  for (const hear of [...ears]) hear(notice)
}

/** Hears every notice while the component lives. */
export function useNotices(hear: Hear): void {
  ears.add(hear)
  onScopeDispose(() => ears.delete(hear))
}
