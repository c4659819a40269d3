// The line of adapters/nats over a satellite's worst: 9,600 bit/s, 1.5 s round trip, 10 % loss, and cuts.
//   node line.mjs <folder of the programs> [how many cuts]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadLink, hostAbove, pause } from './bad_link.mjs'

const programs = process.argv[2]
const cuts = Number(process.argv[3] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'anlan-line-'))
const link = await new BadLink(join(programs, 'bad_line')).ready()
const probe = join(programs, 'line_probe')
const seconds = ms => (ms / 1000).toFixed(1)
const sorted = list => [...list].sort((a, b) => a - b)
const median = list => sorted(list)[Math.floor(list.length / 2)]

function underWay(program, lane, since) {
  return program.lines
    .filter(entry => entry.at >= since && entry.text.startsWith(`heard ${lane}`))
    .map(entry => Number(entry.text.split(' ')[3]))
}

try {
  await link.run('above', probe, 'prepare', folder, hostAbove).line(() => false, 1500).catch(() => {})
  const county = link.run('above', probe, 'run', join(folder, 'county.json'))
  await link.weather('rate 9600', 'delay 750', 'loss 10')
  const begun = Date.now()
  const town = link.run('below', probe, 'run', join(folder, 'town.json'))
  const up = await town.line(text => text.startsWith('link up'), 120_000)
  console.log(`first connection over the bad link after ${seconds(up.at - begun)} s (${up.text})`)

  await pause(20_000)
  const before = await link.weather('delay 750')
  await pause(60_000)
  const after = await link.weather('delay 750')
  console.log(`idle minute: ${after.up - before.up} bytes up, ${after.down - before.down} down`)

  let since = Date.now()
  for (let i = 0; i < 12; ++i) {
    town.say('send urgent 300 1')
    county.say('send urgent 300 1')
    await pause(5000)
  }
  await pause(15_000)
  for (const [name, program] of [['up', county], ['down', town]]) {
    const all = underWay(program, 'urgent', since)
    console.log(`urgent ${name}: ${all.length} of 12, median ${seconds(median(all))} s, worst ${seconds(Math.max(...all))} s`)
  }
  since = Date.now()
  town.say('send routine 1000 10')
  await pause(40_000)
  const routine = underWay(county, 'routine', since)
  console.log(`routine 10 x 1000 bytes: ${routine.length} arrived, last after ${seconds(Math.max(...routine))} s`)

  const firsts = []
  for (let i = 0; i < cuts; ++i) {
    await link.weather('cut')
    await pause(i % 2 === 0 ? 60_000 : 12_000)
    await link.weather('heal')
    const healed = Date.now()
    // As the hand-over does: nothing while the line is down; urgent first when it is up, then a window of 4 KB.
    if (!town.lines.filter(one => one.text.startsWith('link')).at(-1).text.startsWith('link up'))
      await town.line(text => text.startsWith('link up'), 120_000)
    const linked = Date.now()
    const wait = county.line(text => text.startsWith('heard urgent'), 120_000, healed)
    town.say('send urgent 400 1')
    town.say('send routine 1000 4')
    const first = await wait
    firsts.push(first.at - healed)
    console.log(`cut ${i + 1}: link noticed ${seconds(linked - healed)} s, urgent through ${seconds(first.at - healed)} s after return`)
    await pause(15_000)
  }
  console.log(`urgent after the link's return: median ${seconds(median(firsts))} s, worst ${seconds(Math.max(...firsts))} s`)
  await town.end()
  await county.end()
  console.log(town.lines.at(-1).text, '|', county.lines.at(-1).text)
} finally {
  await link.end()
  rmSync(folder, { recursive: true, force: true })
}
