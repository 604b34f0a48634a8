import { numberIn, textIn } from '@/src/domain/row'
import { rowsIn } from '@/src/lib/website/rows'
import { FeeTable } from '../parts/FeeTable'
import { Lines } from '../parts/Lines'
import type { BlockProps } from './blockProps'

export const FeesBlock = ({ block }: BlockProps) => {
  const lines = rowsIn(block, 'rows').map((row) => {
    const minutes = numberIn(row, 'minutes')
    const detail = [minutes ? `${minutes} minutes` : '', textIn(row, 'note')].filter(Boolean)
    return {
      label: textIn(row, 'label'),
      detail: detail.join(', '),
      amountCents: numberIn(row, 'amountCents'),
    }
  })
  return (
    <section className="section measure">
      {textIn(block, 'heading') ? <h2>{textIn(block, 'heading')}</h2> : null}
      <Lines text={textIn(block, 'text')} />
      {lines.length ? <FeeTable caption="Our fees, before any insurance" lines={lines} /> : null}
    </section>
  )
}
