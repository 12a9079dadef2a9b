// Loaded before the product, whose clock is as far ahead as it is told: a journey cannot wait for a Monday.
const Real = globalThis.Date;
let aheadMs = 0;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + aheadMs);
    else super(...given);
  }

  static now() {
    return Real.now() + aheadMs;
  }
};

// Libraries know a type by its name.
Object.defineProperty(globalThis.Date, 'name', { value: 'Date' });

process.on('message', (said) => {
  if (typeof said?.clockAheadMs === 'number') aheadMs = said.clockAheadMs;
});
