import { textIn } from '@/src/domain/row'
import { rowsIn } from '@/src/lib/website/rows'
import type { BlockProps } from './blockProps'

export const StepsBlock = ({ block }: BlockProps) => (
  <section className="section">
    {textIn(block, 'heading') ? <h2>{textIn(block, 'heading')}</h2> : null}
    <ol className="steps">
      {rowsIn(block, 'steps').map((step) => (
        <li key={textIn(step, 'title')}>
          <h3>{textIn(step, 'title')}</h3>
          <p>{textIn(step, 'text')}</p>
        </li>
      ))}
    </ol>
  </section>
)
