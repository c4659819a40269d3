// What leaves the station: everything the page shows is what the county has, with names for every kind and no identity
// number, though an officer typed one.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { typhoonAlert } from './alert.mjs'
import { command, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const NUMBER = '11010519491231002X' // the standard's own example
const PROGRAM_WORDS = /\b[a-z_]+\.[a-z_]+\/\d/
let county, officer, browser, page

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhanzhang')
  browser = await launch()
  page = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('an officer types an identity number into a note', async () => {
  const laid = await officer.post('/api/v1/warnings', typhoonAlert({ identifier: 'T-1' }), 'application/cap+xml')
  assert.equal(laid.status, 201, JSON.stringify(laid.body))
  const { items } = await until(
    () => officer.get('/api/v1/responses?state=open'),
    (open) => open.items.length > 0,
  )
  const reason = `红色预警，户主${NUMBER}已联系`
  const declined = await officer.post(`/api/v1/responses/${items[0].id}/decline`, { reason })
  assert.equal(declined.status, 200, JSON.stringify(declined.body))
})

test('the page shows it as the county has it: with stars', async () => {
  await page.goto(`${county.url()}/links`)
  await page.getByRole('link', { name: '哪些信息离开本站' }).click()
  const entry = page.locator('details', { hasText: '不启动响应' }).first()
  await entry.waitFor()
  await entry.locator('summary').click()
  assert.match(await entry.innerText(), /户主\*{18}已联系/)
  const all = await page.locator('main').innerText()
  assert.doesNotMatch(all, new RegExp(NUMBER))
  assert.doesNotMatch(all, PROGRAM_WORDS)
})

test('every rule has a name, and says what stays', async () => {
  await page.getByRole('button', { name: '共享规则' }).click()
  const row = page.getByRole('row', { name: /发出叫应/ })
  await row.waitFor()
  assert.match(await row.innerText(), /需上门的户/)
  assert.doesNotMatch(await page.locator('main').innerText(), PROGRAM_WORDS)
})

test('no file of any station holds the number, the household list went nowhere, and all journals verify', async () => {
  const { items } = await officer.get('/api/v1/sharing/sent?limit=200')
  assert.ok(items.length > 50, `${items.length} entries`)
  assert.ok(!items.some((each) => each.body.list === 'households'))
  await county.stop()
  const files = readdirSync(county.data, { recursive: true }).filter((name) => /node\.db/.test(name))
  assert.ok(files.length >= 5)
  for (const name of files) assert.ok(!readFileSync(join(county.data, name)).includes(NUMBER), name)
  const verified = command('verify', '--data', county.data)
  assert.equal(verified.status, 0, verified.text)
})
