import * as migration_20261124_061512_initial from './20261124_061512_initial';

export const migrations = [
  {
    up: migration_20261124_061512_initial.up,
    down: migration_20261124_061512_initial.down,
    name: '20261124_061512_initial'
  },
];
