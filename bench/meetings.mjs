// Meetings by video, measured: the real program, real Janus, light participants with synthetic cameras beside at most two real
// browsers. Prints lines for docs/figures.md, each as soon as it is known. Everything shares one machine. `one` or `four`: only that.
import { atOneStation } from './meeting_one.mjs'
import { atFourStations } from './meeting_four.mjs'

const only = process.argv[2]
if (only !== 'four') await atOneStation()
if (only !== 'one') await atFourStations()
