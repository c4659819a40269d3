import type { Signal } from './signals'

type Say = (signal: Signal) => Promise<{ sdp: string }>
type Ways = () => Promise<RTCConfiguration>
const TOGETHER_MS = 20

/** Sends the addresses a connection finds, several at a time, once the other side knows the connection. */
function trickle(pc: RTCPeerConnection, feed: number, say: Say): () => void {
  let waiting: RTCIceCandidate[] = []
  let ready = false
  let ended = false
  let timer = 0
  const send = () => {
    timer = 0
    if (!ready) return
    if (waiting.length) {
      const candidates = waiting.map((each) => ({
        candidate: each.candidate,
        mid: each.sdpMid ?? '0',
        line: each.sdpMLineIndex ?? 0,
      }))
      waiting = []
      void say({ act: 'trickle', feed, candidates }).catch(() => undefined)
    }
    if (ended) void say({ act: 'trickle', feed }).catch(() => undefined)
  }
  const soon = () => (timer ||= window.setTimeout(send, TOGETHER_MS))
  pc.onicecandidate = ({ candidate }) => {
    if (candidate?.candidate) waiting.push(candidate)
    if (!candidate) ended = true
    soon()
  }
  return () => {
    ready = true
    soon()
  }
}

type Coding = { mimeType: string; sdpFmtpLine?: string }
const rank = (each: Coding): number => {
  const kind = each.mimeType.toLowerCase()
  const words = each.sdpFmtpLine ?? ''
  if (kind === 'video/h264' && words.includes('packetization-mode=1')) return words.includes('profile-level-id=42e01f') ? 0 : 1
  return kind === 'video/vp8' ? 2 : 3
}

/** H.264 as conference sets have it first, where the browser has it; then VP8. All others stay behind them. */
export const inOrder = <C extends Coding>(codings: C[]): C[] => [...codings].sort((a, b) => rank(a) - rank(b))

/** Browsers that know no such wish are asked by Janus' answer. */
function preferH264(picture: RTCRtpTransceiver): void {
  const codings = RTCRtpSender.getCapabilities('video')?.codecs
  if (codings && 'setCodecPreferences' in picture) picture.setCodecPreferences(inOrder(codings))
}

export interface Sending {
  pc: RTCPeerConnection
  /** Puts another picture in the place of the present one; null: none. */
  show(track: MediaStreamTrack | null): Promise<void>
}

/** Sends one's own voice and picture. Both have their place from the start, so that a camera may come later. */
export async function send(
  audio: MediaStreamTrack | null,
  video: MediaStreamTrack | null,
  state: { audio: boolean; video: boolean; screen: boolean },
  say: Say,
  ways: Ways,
): Promise<Sending> {
  const pc = new RTCPeerConnection(await ways())
  try {
    pc.addTransceiver(audio ?? 'audio', { direction: 'sendonly' })
    const picture = pc.addTransceiver(video ?? 'video', { direction: 'sendonly' })
    preferH264(picture)
    const known = trickle(pc, 0, say)
    await pc.setLocalDescription(await pc.createOffer())
    const { sdp } = await say({ act: 'publish', sdp: pc.localDescription!.sdp, ...state })
    known()
    await pc.setRemoteDescription({ type: 'answer', sdp })
    return { pc, show: (track) => picture.sender.replaceTrack(track) }
  } catch (fault) {
    pc.close()
    throw fault
  }
}

/** Receives what another sends. */
export async function receive(feed: number, stream: MediaStream, say: Say, ways: Ways): Promise<RTCPeerConnection> {
  const pc = new RTCPeerConnection(await ways())
  try {
    pc.ontrack = ({ track }) => stream.addTrack(track)
    const { sdp } = await say({ act: 'subscribe', feed })
    const known = trickle(pc, feed, say)
    await pc.setRemoteDescription({ type: 'offer', sdp })
    await pc.setLocalDescription(await pc.createAnswer())
    await say({ act: 'start', feed, sdp: pc.localDescription!.sdp })
    known()
    return pc
  } catch (fault) {
    pc.close()
    throw fault
  }
}
