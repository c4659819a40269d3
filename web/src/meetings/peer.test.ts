import { expect, it } from 'vitest'
import { inOrder } from './peer'

const codings = [
  { mimeType: 'video/VP8' },
  { mimeType: 'video/rtx' },
  { mimeType: 'video/H264', sdpFmtpLine: 'level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f' },
  { mimeType: 'video/H264', sdpFmtpLine: 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f' },
  { mimeType: 'video/H264', sdpFmtpLine: 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f' },
]
it('offers H.264 as conference sets have it first, then VP8, and leaves nothing out', () => {
  expect(inOrder(codings)).toEqual([codings[4], codings[3], codings[0], codings[1], codings[2]])
})
it('offers VP8 first where there is no H.264', () => {
  expect(inOrder(codings.slice(0, 2))).toEqual(codings.slice(0, 2))
})
