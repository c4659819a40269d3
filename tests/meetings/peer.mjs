// The two kinds of connections a participant has: one that sends, one for each other that is seen. As web/src/meetings/peer.ts
// does it, with all addresses in the first word instead of one after the other.
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'

const { RTCPeerConnection, useH264, useOPUS, useVP8 } = createRequire(new URL('../../web/package.json', import.meta.url))('werift')
const CONNECTED_ms = 20_000
const ASK_ms = 200 // as long as a browser waits for a whole picture before it asks for one

const connection = (...video) =>
  new RTCPeerConnection({
    codecs: { audio: [useOPUS()], video },
    iceServers: [],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    bundlePolicy: 'max-bundle',
  })

/** The library would ask a public server for our outer address, of which a test has no need. */
function stayHome(pc) {
  for (const { connection } of pc.iceTransports) connection.stunServer = undefined
}

async function connected(pc) {
  if (pc.connectionState === 'connected') return
  await Promise.race([pc.connectionStateChange.watch((state) => state === 'connected', CONNECTED_ms), pause(CONNECTED_ms, null, { ref: false })])
  if (pc.connectionState !== 'connected') throw new Error(`a connection was ${pc.connectionState} after ${CONNECTED_ms} ms`)
}

/** Sends a voice and a picture; asked for a whole picture it says so to the camera. */
export async function send(voice, picture, say) {
  const pc = connection(useVP8())
  try {
    pc.addTransceiver(voice.track, { direction: 'sendonly' })
    const { sender } = pc.addTransceiver(picture.track, { direction: 'sendonly' })
    sender.onPictureLossIndication.subscribe(picture.whole)
    const offer = await pc.createOffer()
    stayHome(pc)
    await pc.setLocalDescription(offer)
    // We greet: a greeting that came before the library listened would be said again only after a second.
    const words = pc.localDescription.sdp.replaceAll('a=setup:actpass', 'a=setup:active')
    const { sdp } = await say({ act: 'publish', sdp: words, audio: true, video: true })
    await pc.setRemoteDescription({ type: 'answer', sdp })
    await connected(pc)
    return pc
  } catch (fault) {
    await pc.close()
    throw fault
  }
}

/** Asks for a whole picture until one has come. */
function askUntil(begun, receiver, track) {
  const timer = setInterval(() => {
    if (begun() || receiver.stopped) clearInterval(timer)
    else if (track.ssrc) void receiver.sendRtcpPLI(track.ssrc)
  }, ASK_ms)
}

/** Receives what another sends; `heard` takes every packet. */
export async function receive(feed, heard, say) {
  const pc = connection(useH264(), useVP8())
  try {
    const { sdp } = await say({ act: 'subscribe', feed })
    heard.anew(sdp.includes('H264/90000') ? 'h264' : 'vp8')
    pc.onTrack.subscribe((track) => track.onReceiveRtp.subscribe((packet) => heard.take(track.kind, packet)))
    await pc.setRemoteDescription({ type: 'offer', sdp })
    stayHome(pc)
    await pc.setLocalDescription(await pc.createAnswer())
    await say({ act: 'start', feed, sdp: pc.localDescription.sdp })
    await connected(pc)
    for (const { kind, receiver } of pc.getTransceivers()) if (kind === 'video') askUntil(() => heard.begun, receiver, receiver.track)
    return pc
  } catch (fault) {
    await pc.close()
    throw fault
  }
}
