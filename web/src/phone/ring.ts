import { ref } from 'vue'

/** The ring of a call: two tones made by the browser itself, and the phone's own shaking. */
export const ringing = ref(false)
const EVERY_MS = 2200
const LONGEST_MS = 60_000
const TONES_HZ = [880, 660]

let sound: AudioContext | null = null
let timer = 0
let end = 0

/** A browser lets a page sound only after a touch: the first touch anywhere opens the way. */
export function allowSound(): void {
  if (typeof AudioContext === 'undefined') return
  sound ??= new AudioContext()
  void sound.resume().catch(() => undefined)
}

function once(): void {
  navigator.vibrate?.([600, 200, 600])
  if (sound?.state !== 'running') return
  TONES_HZ.forEach((hertz, turn) => tone(hertz, turn * 0.45))
}

function tone(hertz: number, after_seconds: number): void {
  if (!sound) return
  const begin = sound.currentTime + after_seconds
  const voice = sound.createOscillator()
  const loud = sound.createGain()
  voice.type = 'square'
  voice.frequency.value = hertz
  loud.gain.setValueAtTime(0.0001, begin)
  loud.gain.exponentialRampToValueAtTime(0.25, begin + 0.03)
  loud.gain.exponentialRampToValueAtTime(0.0001, begin + 0.4)
  voice.connect(loud).connect(sound.destination)
  voice.start(begin)
  voice.stop(begin + 0.42)
}

export function startRinging(): void {
  stopRinging()
  ringing.value = true
  once()
  timer = window.setInterval(once, EVERY_MS)
  end = window.setTimeout(stopRinging, LONGEST_MS)
}

export function stopRinging(): void {
  ringing.value = false
  window.clearInterval(timer)
  window.clearTimeout(end)
  navigator.vibrate?.(0)
}
