// How long a sound takes from one page's microphone to another page's loudspeaker: beeps of a file stand for the voice, and an
// audio worklet at either end notes by the machine's clock when one begins. What lies outside the browsers (a real
// microphone's and a real loudspeaker's own buffers) is not in it.

const RATE = 48_000
const EVERY_s = 2
const BEEP_s = 0.2
const TONE_Hz = 440

/** A sound file of one beep and silence, which the browser plays again and again as its microphone. */
export function beeps() {
  const samples = RATE * EVERY_s
  const file = Buffer.alloc(44 + samples * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(RATE, 24)
  file.writeUInt32LE(RATE * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < RATE * BEEP_s; ++at) file.writeInt16LE(Math.round(20_000 * Math.sin((2 * Math.PI * TONE_Hz * at) / RATE)), 44 + at * 2)
  return file
}

/** Runs in a page before its own scripts: keeps its connections and its own voice in reach, and lends an ear. */
const hearing = () => {
  globalThis.peers = []
  const Plain = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Plain {
    constructor(...words) {
      super(...words)
      globalThis.peers.push(this)
    }
  }
  const devices = navigator.mediaDevices
  const given = devices?.getUserMedia.bind(devices)
  if (given)
    devices.getUserMedia = async (...words) => {
      const stream = await given(...words)
      globalThis.voice = stream.getAudioTracks()[0] ?? globalThis.voice
      return stream
    }
  const EAR = `registerProcessor('ear', class extends AudioWorkletProcessor {
    quiet = 0
    process([input]) {
      const loud = (input[0] ?? []).some((each) => Math.abs(each) > 0.05)
      if (loud && this.quiet > sampleRate / 2) this.port.postMessage(Date.now())
      this.quiet = loud ? 0 : this.quiet + 128
      return true
    }
  })`
  globalThis.listenTo = async (track) => {
    const context = new AudioContext()
    await context.audioWorklet.addModule(`data:text/javascript,${encodeURIComponent(EAR)}`)
    const ear = new AudioWorkletNode(context, 'ear')
    const heard = []
    ear.port.onmessage = ({ data }) => heard.push(data)
    context.createMediaStreamSource(new MediaStream([track])).connect(ear).connect(context.destination)
    await context.resume()
    return () => context.close().then(() => heard)
  }
}

/** From its next page on this window can be listened in. The program's own pages admit no script but theirs. */
export async function lendEar(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setBypassCSP', { enabled: true })
  await page.addInitScript(hearing)
}

/** When each beep of `name` began at the loudspeaker of a page that sees them, within some seconds; ms. */
export async function listen(page, name, seconds) {
  await page.evaluate(async (who) => {
    const { srcObject } = document.querySelector(`[data-person="${who}"] video`)
    globalThis.endEar = await globalThis.listenTo(srcObject.getAudioTracks()[0])
  }, name)
  await new Promise((settle) => setTimeout(settle, seconds * 1000))
  return page.evaluate(() => globalThis.endEar())
}

/** Milliseconds from each beep's beginning in the speaker's page to its beginning in the listener's, who sees `name`. */
export async function latenesses(speaker, listener, name, seconds) {
  await speaker.evaluate(async () => (globalThis.endEar = await globalThis.listenTo(globalThis.voice)))
  const heard = await listen(listener, name, seconds)
  const said = await speaker.evaluate(() => globalThis.endEar())
  return heard.flatMap((at) => {
    const from = said.filter((each) => each <= at).at(-1)
    return from === undefined || at - from > EVERY_s * 900 ? [] : [at - from]
  })
}
