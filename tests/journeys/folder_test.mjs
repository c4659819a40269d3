// The watched folder: a file laid into it is read within a second, a wrong one comes back with its faults.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { typhoonAlert } from './alert.mjs'
import { signIn, startCounty, until, YONGNING } from './county.mjs'

const SEEN_ms = Number(process.env.ANLAN_SEEN_MS ?? 3000)
const alert = typhoonAlert({ identifier: 'F-1', colour: '橙色' })
let county, officer, folder

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  folder = join(county.data, YONGNING, 'incoming')
  mkdirSync(folder, { recursive: true })
})
after(async () => {
  await county?.stop()
  county?.remove()
})

const lay = (name, text) => {
  writeFileSync(join(folder, `${name}.part`), text)
  renameSync(join(folder, `${name}.part`), join(folder, name))
}

test('an alert laid into the folder is received and put away', async (t) => {
  const from = Date.now()
  lay('a.xml', alert)
  const page = await until(
    () => officer.get('/api/v1/warnings?state=all'),
    (each) => each.items.some((warning) => warning.identifier === 'F-1'),
  )
  const seen_ms = Date.now() - from
  t.diagnostic(`received after ${seen_ms} ms`)
  assert.ok(seen_ms < SEEN_ms, `${seen_ms} ms`)
  const warning = page.items.find((each) => each.identifier === 'F-1')
  assert.deepEqual([warning.source, warning.colour, warning.hazard], ['folder', 'orange', 'typhoon'])
  await until(
    () => existsSync(join(folder, 'done/a.xml')),
    (there) => there,
  )
})

test('a file that is no alert is put aside with what is wrong', async () => {
  lay('b.xml', '<alert>')
  const said = join(folder, 'refused/b.xml.txt')
  await until(
    () => existsSync(said) && readFileSync(said, 'utf8'),
    (text) => Boolean(text),
  )
  assert.match(readFileSync(said, 'utf8'), /\S/)
})

test('the same alert twice is one warning', async () => {
  lay('c.xml', alert)
  await until(
    () => existsSync(join(folder, 'done/c.xml')) || existsSync(join(folder, 'refused/c.xml')),
    (there) => there,
  )
  const page = await officer.get('/api/v1/warnings?state=all')
  assert.equal(page.items.filter((warning) => warning.identifier === 'F-1').length, 1)
})
