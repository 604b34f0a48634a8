import { externalIdScenes } from '@/tests/support/scenes/externalIdScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(externalIdScenes, makeStage)
