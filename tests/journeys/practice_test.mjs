// A new officer plays a recorded incident against the clock and is told at once what was right; the result is kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, page, officer

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  browser = await launch()
  page = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('a scenario is begun, and an empty answer is told what is missing', async () => {
  await page.goto(`${county.url()}/duty/practice`)
  await page.getByRole('listitem').filter({ hasText: '渔船起火' }).first().getByRole('button', { name: '开始' }).click()
  await page.getByText('这是实训').waitFor()
  await page.getByRole('timer').waitFor()
  await page.getByRole('button', { name: '就这样报' }).click()
  await page.getByText('请选择事件类型').waitFor()
})

test('zero for what nobody said is told apart from not known', async () => {
  await page.getByRole('combobox', { name: '类型' }).selectOption('boat')
  await page.getByRole('spinbutton', { name: '失联' }).fill('2')
  await page.getByRole('spinbutton', { name: '轻伤' }).fill('2')
  await page.getByRole('spinbutton', { name: '死亡' }).fill('0')
  await page.getByRole('button', { name: '就这样报' }).click()
  await page.getByText(/死亡应为“不明”/).waitFor()
  await page.getByText('第 2 步，共').waitFor()
})

test('the rest is played, the result stands in the record and in the list of trainings', async () => {
  for (const wanted of [/镇党委|县政府总值班室|县应急管理局/, /2人轻伤上岸/]) {
    const boxes = page.locator('fieldset label').filter({ hasText: wanted })
    for (let at = 0; at < (await boxes.count()); ++at) await boxes.nth(at).getByRole('checkbox').check()
    const before = await page.locator('section h3').count()
    await page.getByRole('button', { name: '就这样报' }).click()
    await until(() => page.locator('section h3').count(), (now) => now === before + 1)
  }
  await page.getByRole('combobox', { name: '类型' }).selectOption('boat')
  await page.getByRole('spinbutton', { name: '失联' }).fill('1')
  await page.getByRole('spinbutton', { name: '重伤' }).fill('1')
  await page.getByRole('spinbutton', { name: '轻伤' }).fill('2')
  await page.getByRole('button', { name: '就这样报' }).click()
  await page.locator('fieldset label').filter({ hasText: '立即续报' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '就这样报' }).click()
  await page.getByText('已记入培训台账').waitFor()
  await until(
    () => officer.get('/api/v1/registers/trainings'),
    (list) => list.items.some((each) => /渔船起火.*分，5 步中 5 步在时限内/.test(each.values.result)),
  )
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('row', { name: /已完成/ }).first().waitFor()
})

test('nothing real came of it', async () => {
  const incidents = await officer.get('/api/v1/incidents')
  assert.ok(incidents.items.every((each) => !each.title.includes('三号泊位')))
  assert.deepEqual(page.faults, [])
})
