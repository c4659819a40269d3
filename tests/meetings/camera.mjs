// Plays the loops into a connection at the pace of a real camera and microphone.
import { createRequire } from 'node:module'
import { FRAMES_a_second, loops } from './loops.mjs'

const { MediaStreamTrack, RtpHeader, RtpPacket } = createRequire(new URL('../../web/package.json', import.meta.url))('werift')
const VOICE_ms = 20
const VOICE_TICKS = 960
const PICTURE_ms = 1_000 / FRAMES_a_second
const PICTURE_TICKS = 90_000 / FRAMES_a_second
const BEEPS_KEPT = 1_000
const playing = new Set()
let timer = null

function pace() {
  const now = Date.now()
  for (const each of playing) each(now)
}
function play(step) {
  playing.add(step)
  timer ??= setInterval(pace, 5)
  return () => {
    playing.delete(step)
    if (playing.size) return
    clearInterval(timer)
    timer = null
  }
}

const packet = (sequence, timestamp, marker, payload) =>
  new RtpPacket(new RtpHeader({ sequenceNumber: sequence & 0xffff, timestamp: timestamp >>> 0, marker, payloadType: 96 }), payload)

/** A voice that beeps every two seconds; `said` are the times (ms) at which a beep's first packet went out. */
export function microphone() {
  const { voice } = loops()
  const track = new MediaStreamTrack({ kind: 'audio' })
  const said = []
  let sequence = 0
  let due = Date.now()
  let at = 1 // begins with the pause, for nobody listens yet
  const stop = play((now) => {
    for (; due <= now; due += VOICE_ms) {
      if (at === 0 && said.push(now) > BEEPS_KEPT) said.shift()
      track.writeRtp(packet(++sequence, sequence * VOICE_TICKS, false, voice[at]))
      at = (at + 1) % voice.length
    }
  })
  return { track, said, stop }
}

/** A camera; asked for a whole picture it begins its loop again. */
export function camera() {
  const { picture } = loops()
  const track = new MediaStreamTrack({ kind: 'video' })
  let sequence = 0
  let time = 0
  let due = Date.now()
  let at = 0
  const stop = play((now) => {
    for (; due <= now; due += PICTURE_ms, time += PICTURE_TICKS) {
      const parts = picture[at]
      for (const [nth, each] of parts.entries()) track.writeRtp(packet(++sequence, time, nth === parts.length - 1, each))
      at = (at + 1) % picture.length
    }
  })
  return { track, whole: () => (at = 0), stop }
}
