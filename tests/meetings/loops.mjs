// A synthetic camera and a synthetic voice, encoded once by FFmpeg and played in a loop by all light participants: moving
// test pictures with a clock in them, and the beeps that mouth to ear is measured with.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beeps } from '../../bench/mouth_to_ear.mjs'
import { ivfFrames, oggPackets } from './containers.mjs'
import { FIRST_PART } from './whole.mjs'

export const FRAMES_a_second = 15
const SECONDS = 8
const PICTURE = ['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=${FRAMES_a_second}:duration=${SECONDS}`]
// As a browser sends: no frame refers ahead, whole pictures at the loop's beginning alone, for whoever asks jumps there.
const VP8 = ['-c:v', 'libvpx', '-b:v', '400k', '-maxrate', '500k', '-bufsize', '200k', '-deadline', 'realtime', '-cpu-used', '8', '-g', '9999', '-auto-alt-ref', '0', '-lag-in-frames', '0']
const OPUS = ['-c:a', 'libopus', '-b:a', '32k', '-vbr', 'on', '-application', 'voip', '-frame_duration', '20']
const PAYLOAD_bytes = 1_150

function ffmpeg(...words) {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`)
}

/** One picture as the payloads of RTP packets. */
function cut(frame) {
  const parts = []
  for (let from = 0; from < frame.length; from += PAYLOAD_bytes)
    parts.push(Buffer.concat([Buffer.from([from === 0 ? FIRST_PART : 0]), frame.subarray(from, from + PAYLOAD_bytes)]))
  return parts
}

function made() {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-loops-'))
  try {
    const [wav, ogg, ivf] = ['beeps.wav', 'beeps.ogg', 'picture.ivf'].map((name) => join(folder, name))
    writeFileSync(wav, beeps())
    ffmpeg('-i', wav, ...OPUS, ogg)
    ffmpeg(...PICTURE, ...VP8, ivf)
    return { picture: ivfFrames(readFileSync(ivf)).map(cut), voice: oggPackets(readFileSync(ogg)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
let known = null
/** `picture`: frames, each the payloads of its packets; `voice`: packets of 20 ms, the first of which begins a beep. */
export const loops = () => (known ??= made())
