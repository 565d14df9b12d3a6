// What drizzle-kit reads: it wants each table as an export of its own, and this way no list of them has to be kept.
module.exports = require('./schema.ts').schema;
