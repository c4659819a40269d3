// A town checks itself and applies, the county reviews, has one item put right and gives its opinion; the town reads it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const HUBIN = '350581001000'
let county, town, bureau, browser, townPage, countyPage, id

before(async () => {
  county = await startCounty()
  town = await signIn(county.url(HUBIN), 'zhanzhang')
  bureau = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  townPage = await enter(browser, county.url(HUBIN), { login: 'zhanzhang', kind: 'desk' })
  countyPage = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const sheet = async () => (await bureau.get(`/api/v1/acceptances/${id}`)).lines

test('too few points are refused with how many are missing', async () => {
  await townPage.goto(`${county.url(HUBIN)}/acceptance`)
  await townPage.getByRole('button', { name: '申请验收' }).click()
  const boxes = townPage.getByRole('spinbutton')
  await boxes.first().waitFor()
  for (const box of await boxes.all()) await box.fill('0')
  await townPage.getByRole('button', { name: '提交申请' }).click()
  await townPage.getByText(/自查 \d+\.\d 分，还差 \d+\.\d 分到 80 分/).waitFor()
})

test('with full points on what no record answers the application goes to the county', async () => {
  for (const full of await townPage.getByRole('button', { name: '满分' }).all()) await full.click()
  await townPage.getByRole('button', { name: '提交申请' }).click()
  await townPage.getByText('评审中').waitFor()
  const seen = await until(
    () => bureau.get('/api/v1/acceptances'),
    (all) => all.items.length === 1,
  )
  id = seen.items[0].id
  assert.equal(seen.items[0].name, '湖滨街道')
})

test('the reviewer sees what records say, and owes a reason for other points', async () => {
  await countyPage.goto(`${county.url(COUNTY)}/acceptance`)
  await countyPage.getByRole('link', { name: '湖滨街道' }).click()
  const founding = countyPage.getByRole('listitem').filter({ hasText: 'A1' }).first()
  await founding.getByText(/设站文件 .*签发/).waitFor()
  await founding.getByRole('button', { name: '评审', exact: true }).click()
  await founding.getByRole('spinbutton').fill('1.5')
  await founding.getByRole('button', { name: '保存评审' }).click()
  await founding.getByText('得分与记录不同，请写明理由').waitFor()
  await founding.getByPlaceholder(/必须写明理由/).fill('铭牌未统一')
  await founding.getByRole('button', { name: '保存评审' }).click()
  await founding.getByText('铭牌未统一').waitFor()
})

test('an item is put right between the two', async () => {
  const order = { item: 'B1', what: '值班室增配一套卧具', until: '2099-01-01' }
  assert.equal((await bureau.post(`/api/v1/acceptances/${id}/rectifications`, order)).status, 200)
  await townPage.goto(`${county.url(HUBIN)}/acceptance/${id}`)
  const item = townPage.getByRole('listitem').filter({ hasText: '值班室增配一套卧具' })
  await item.getByLabel('怎么整改的').fill('已购置两套')
  await item.getByRole('button', { name: '报告整改结果' }).click()
  await item.getByText('镇里报：已购置两套').waitFor()
  const above = countyPage.getByRole('listitem').filter({ hasText: '镇里报：已购置两套' })
  await above.getByRole('button', { name: '整改通过' }).click()
  await above.getByText('整改已通过').waitFor()
})

test('the opinion waits until every item is judged, then reaches the town', async () => {
  await countyPage.getByRole('button', { name: '出具验收意见' }).click()
  const dialog = countyPage.getByRole('dialog')
  await dialog.getByRole('textbox').fill('同意通过验收')
  await dialog.getByRole('button', { name: '出具验收意见' }).click()
  await dialog.getByText(/还有 \d+ 项没有评审/).waitFor()
  for (const line of await sheet())
    if (line.points == null && line.records == null) {
      const body = { item: line.id, points: line.out_of }
      assert.equal((await bureau.post(`/api/v1/acceptances/${id}/reviews`, body)).status, 200, line.id)
    }
  await dialog.getByRole('button', { name: '出具验收意见' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await townPage.getByText('同意通过验收').waitFor()
  const told = (await town.get('/api/v1/acceptances')).items[0]
  assert.equal(told.result, 'excellent_candidate')
  assert.equal(told.excellent, false, 'three in ten of one station is none')
})
