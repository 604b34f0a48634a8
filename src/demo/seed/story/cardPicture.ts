import sharp from 'sharp'
import type { PayerName } from '../clinic'

type Picture = { data: Buffer; mimetype: string; name: string; size: number }

const drawn = new Map<PayerName, Picture>()

const titles: Record<PayerName, string> = {
  aetna: 'Aetna',
  medicaid: 'Medicaid',
  va: 'VA Health Care',
}

const drawing = (title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="428" height="270"><rect width="428" height="270" rx="16" fill="#e8f0ee"/><rect width="428" height="64" rx="16" fill="#2f6f73"/><text x="24" y="43" font-family="sans-serif" font-size="26" fill="#fff">${title}</text><text x="24" y="120" font-family="sans-serif" font-size="18" fill="#26383a">Member card, sample</text><text x="24" y="230" font-family="sans-serif" font-size="14" fill="#5c6f70">Made for the demo. Nobody is insured by this.</text></svg>`

/** The front of a made-up insurance card. */
export const cardPicture = async (payer: PayerName): Promise<Picture> => {
  const known = drawn.get(payer)
  if (known) return known
  const data = await sharp(Buffer.from(drawing(titles[payer])))
    .png({ palette: true })
    .toBuffer()
  const picture = { data, mimetype: 'image/png', name: 'card.png', size: data.length }
  drawn.set(payer, picture)
  return picture
}
