import { clock } from '@/src/lib/clock'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { PracticeContextProvider } from './practiceContext'

/** Gives the browser the practice's zone and day, so that times are typed and shown as its clocks do. */
export const PracticeProvider = ({ children }: { children?: React.ReactNode }) => (
  <PracticeContextProvider
    practice={{ zone: practiceZone(), today: practiceToday(), now: clock.now().toISOString() }}
  >
    {children}
  </PracticeContextProvider>
)
