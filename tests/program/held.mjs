// What a station sent and what its neighbour holds of it, read from both databases beside their processes.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The rows as lines; each station's database lies in `<home>/<area>/node.db`. */
function rowsOf(home, area, question) {
  const script = `import sqlite3, sys
for row in sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True).execute(sys.argv[2]): print(*row)`
  const said = spawnSync('python3', ['-c', script, join(home, area, 'node.db'), question], { encoding: 'utf8' })
  assert.equal(said.status, 0, said.stderr)
  return said.stdout.trim().split('\n')
}

/** Upwards: the town's entries in the order of their numbers, and the county's in the order they arrived, with hashes. */
export function sentAndHeld(town, county) {
  const sent = rowsOf(
    town.home,
    town.area,
    "SELECT stream, epoch, number, hash FROM outgoing WHERE stream LIKE 'up/%' ORDER BY stream, epoch, number",
  )
  const held = rowsOf(
    county.home,
    county.area,
    `SELECT stream, epoch, number, hash FROM arrival WHERE origin = '${town.area}' ORDER BY stream, place`,
  )
  return { sent, held, equal: sent.join() === held.join() }
}
