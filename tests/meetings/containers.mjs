// Frames out of the two files FFmpeg writes for us: IVF for pictures, Ogg for Opus.

const IVF_HEADER = 32
const IVF_FRAME = 12
const OGG_PAGE = 27
const OGG_TABLE = 255
const OPUS_HEADERS = 2 // OpusHead and OpusTags come before the first sound

/** The pictures of an IVF file, in order. */
export function ivfFrames(file) {
  const frames = []
  for (let at = IVF_HEADER; at + IVF_FRAME <= file.length; ) {
    const size = file.readUInt32LE(at)
    frames.push(file.subarray(at + IVF_FRAME, at + IVF_FRAME + size))
    at += IVF_FRAME + size
  }
  return frames
}

/** The Opus packets of an Ogg file with one stream, in order. */
export function oggPackets(file) {
  const packets = []
  let open = []
  for (let at = 0; at + OGG_PAGE <= file.length; ) {
    if (file.toString('latin1', at, at + 4) !== 'OggS') throw new Error('this is no Ogg page')
    const count = file[at + OGG_PAGE - 1]
    let from = at + OGG_PAGE + count
    for (let each = 0; each < count; ++each) {
      const size = file[at + OGG_PAGE + each]
      open.push(file.subarray(from, from + size))
      from += size
      if (size === OGG_TABLE) continue // goes on in the next piece
      packets.push(Buffer.concat(open))
      open = []
    }
    at = from
  }
  return packets.slice(OPUS_HEADERS)
}
