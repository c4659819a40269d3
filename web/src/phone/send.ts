import { Problem, sendRaw } from '@/api'
import type { Outgoing } from './outbox'

/** A part small enough to cross a weak line in a second or two. */
const PART_BYTES = 64 * 1024
const BYTES = 'application/octet-stream'

/** A file that goes with an item, under a field of its body ("voice", "answers.3.photos"): a list takes several. */
export interface Enclosed {
  field: string
  list: boolean
  blob: Blob
  /** Another field that names the same file. */
  also?: string
  /** The file's name while it is sent in parts; set before the first part may leave. */
  upload?: string
}

interface Arrived {
  held: number
  attachment: string | null
}

/** A name nobody else has; also on plain http, where crypto.randomUUID is missing. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const STORED = 'anlan.device'
let thisPhone = ''

/**
 * The name of one press: this phone's own, and a fresh one. It is kept with the item, since what a browser keeps aside
 * (localStorage) may be lost when it is killed.
 */
export function pressName(): string {
  thisPhone ||= localStorage.getItem(STORED) ?? newName()
  localStorage.setItem(STORED, thisPhone)
  return `${thisPhone}:${newName()}`
}

/**
 * Sends a photo in parts under its own name and returns the station's name for it. Cut in the middle, the next call goes
 * on behind what has arrived; a part sent twice is one part.
 */
export async function sendInParts(photo: Blob, upload: string, begun: boolean): Promise<string> {
  const where = `/api/v1/uploads/${upload}`
  let arrived: Arrived = begun ? await sendRaw<Arrived>(where, null, BYTES, { method: 'GET' }) : { held: 0, attachment: null }
  while (!arrived.attachment) {
    const part = photo.slice(arrived.held, arrived.held + PART_BYTES)
    if (!part.size) throw new Problem(-1, { code: 'upload_stuck' })
    arrived = await sendRaw<Arrived>(`${where}?from=${arrived.held}&total=${photo.size}`, part, BYTES, { method: 'PUT' })
  }
  return arrived.attachment
}

/** Puts the station's name of a file where the body speaks of it. */
function enclose(body: Record<string, unknown>, field: string, list: boolean, name: string): void {
  const path = field.split('.')
  const last = path.pop()!
  const within = path.reduce((at, step) => at[step] as Record<string, unknown>, body)
  within[last] = list ? [...((within[last] as string[] | undefined) ?? []), name] : name
}

/** The item itself. Its key is the same each time it is sent, so that the station takes it once. */
export async function sendItem(out: Outgoing, photo: string | null, enclosed: string[], now: number): Promise<void> {
  const body = JSON.parse(JSON.stringify({ ...out.body, ...(photo ? { photo } : {}) })) as Record<string, unknown>
  enclosed.forEach((name, at) => {
    const { field, also, list } = out.files![at]!
    for (const each of also ? [field, also] : [field]) enclose(body, each, list, name)
  })
  // The phone's clock may be wrong by hours; how long ago it was is not.
  if (out.aged) Object.assign(body, { seconds_ago: Math.round((now - out.at) / 1000) })
  await sendRaw(out.path, JSON.stringify(body), 'application/json', {
    headers: { 'Idempotency-Key': out.key ?? out.id },
  })
}
