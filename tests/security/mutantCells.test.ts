import { cellMutants } from './mutants/cells'
import { describeMutants } from './mutants/describeMutants'

describeMutants({ cell: ({ world }) => cellMutants(world) })
