// What arrives of one other person, counted and not decoded: packets, pictures from the first whole one on, beeps.
import { loops } from './loops.mjs'
import { beginsWhole } from './whole.mjs'

export class Heard {
  packets = 0
  bytes = 0
  frames = 0
  firstFrame = 0 // ms, over the present connection; 0: none yet
  beeps = [] // ms, when the first packet of each arrived
  begun = false // whether a whole picture has come over the present connection
  #onset = loops().voice[0]

  /** A connection to them begins; how their pictures are coded. */
  anew(coding) {
    this.coding = coding
    this.begun = false
    this.firstFrame = 0
  }

  take(kind, { header, payload }) {
    ++this.packets
    this.bytes += payload.length
    if (kind === 'audio') {
      if (payload.equals(this.#onset)) this.beeps.push(Date.now())
      return
    }
    this.begun ||= beginsWhole[this.coding](payload)
    if (!this.begun || !header.marker) return
    ++this.frames
    this.firstFrame ||= Date.now()
  }
}

/** Milliseconds from each beep's first packet leaving to its arrival; beeps come every two seconds. */
export function latenesses(said, beeps, farthest_ms = 1_800) {
  return beeps.flatMap((at) => {
    const from = said.filter((each) => each <= at).at(-1)
    return from === undefined || at - from > farthest_ms ? [] : [at - from]
  })
}
