import type { CheckOutcome, Device, DeviceKind } from '@/api'

type Tone = 'done' | 'waiting' | 'moving' | 'late' | 'idle'

export const KINDS: DeviceKind[] = ['satellite_phone', 'radio', 'conference_set', 'loudspeaker', 'generator', 'drone', 'other']
/** What is asked in a comm check unless somebody says otherwise. */
export const talks = (kind: DeviceKind) => kind !== 'generator' && kind !== 'drone'

export const toneOf: Record<Device['state'], Tone> = { ok: 'done', attention: 'waiting', urgent: 'late' }
export const toneOfOutcome: Record<CheckOutcome, Tone> = { answered: 'done', no_answer: 'late', fault: 'late', missed: 'waiting' }

const grave: Device['state'][] = ['urgent', 'attention', 'ok']
/** Those that need a hand first, then as one reads a list. */
export function byNeed(devices: Device[]): Device[] {
  return [...devices].sort(
    (a, b) => grave.indexOf(a.state) - grave.indexOf(b.state) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.name.localeCompare(b.name, 'zh'),
  )
}

/** How many there are of each kind that there is. */
export function byKind(devices: Device[]): { kind: DeviceKind; count: number }[] {
  return KINDS.map((kind) => ({ kind, count: devices.filter((each) => each.kind === kind).length })).filter((each) => each.count > 0)
}

/** Whole seconds between a call begun and its answer, within what the station takes. */
export const secondsSince = (began_ms: number, now_ms: number) => Math.min(3600, Math.max(0, Math.round((now_ms - began_ms) / 1000)))
