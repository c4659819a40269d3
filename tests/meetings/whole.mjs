// Whether a packet begins a whole picture, which a decoder can begin with.
export const FIRST_PART = 0x10 // RFC 7741, 4.2: start of a partition
const WHOLE = 5 // RFC 6184, 1.3: a slice of a picture that needs no other
const TOGETHER = 24 // 5.7.1: several units in one packet, each behind its length
const IN_PARTS = 28 // 5.8: a unit in several packets; the second byte says which, and whether this is its beginning

/** Where the picture begins after a descriptor with extensions. */
function extended(payload) {
  const has = payload[1]
  const id = has & 0x80 ? (payload[2] & 0x80 ? 2 : 1) : 0
  return 2 + id + (has & 0x40 ? 1 : 0) + (has & 0x30 ? 1 : 0)
}

function vp8(payload) {
  return (payload[0] & 0x1f) === FIRST_PART && (payload[payload[0] & 0x80 ? extended(payload) : 1] & 1) === 0
}

function h264(payload) {
  const kind = payload[0] & 0x1f
  if (kind === IN_PARTS) return (payload[1] & 0x80) !== 0 && (payload[1] & 0x1f) === WHOLE
  if (kind !== TOGETHER) return kind === WHOLE
  for (let at = 1; at + 2 < payload.length; at += 2 + payload.readUInt16BE(at)) if ((payload[at + 2] & 0x1f) === WHOLE) return true
  return false
}

export const beginsWhole = { vp8, h264 }
