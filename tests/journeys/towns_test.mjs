// What the towns have, on one page of the county: numbers, and nobody's name.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const COUNTY = '350581000000'
let county, bureau, browser, page

before(async () => {
  county = await startCounty()
  bureau = await signIn(county.url(COUNTY), 'zhiban')
  browser = await launch()
  page = await enter(browser, county.url(COUNTY), { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const told = ({ items }) => items.length > 0 && items.filter((each) => each.told_at).length === 4

test('every town has told its numbers, and the page adds them up', async () => {
  const { items } = await until(() => bureau.get('/api/v1/towns'), told, 90_000)
  await page.goto(`${county.url(COUNTY)}/towns`)
  const members = items.reduce((all, each) => all + each.means.members, 0)
  const capacity = items.reduce((all, each) => all + each.means.capacity, 0)
  assert.ok(members > 0 && capacity > 0, 'the demonstration has teams and shelters')
  const last = page.locator('tfoot tr')
  await last.waitFor()
  assert.match(await last.innerText(), new RegExp(`${members} 人[\\s\\S]*可容 ${capacity} 人`))
})

test('one press shows what lies in a town\'s stores', async () => {
  await page.getByRole('button', { name: /\d+ 种/ }).first().click()
  assert.ok((await page.getByRole('region').getByRole('listitem').count()) > 0)
})

if (process.env.ANLAN_PICTURE)
  test('a picture', async () => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.screenshot({ path: process.env.ANLAN_PICTURE })
  })
