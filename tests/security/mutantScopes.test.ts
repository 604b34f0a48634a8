import { describeMutants } from './mutants/describeMutants'
import { scopeMutants } from './mutants/scopes'

describeMutants('scope', scopeMutants)
