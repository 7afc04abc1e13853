import type { EntityManager, EntityMetadata } from 'typeorm';

/** An entity class of plain columns. */
export type EntityClass<Entity> = new () => Entity;

/** Some columns of a row, by their properties, as an equality names them. */
export type Key<Entity> = { readonly [Property in keyof Entity]?: Entity[Property] & (string | number) };

type Column = EntityMetadata['columns'][number];

/**
 * The table of an entity, with the statements made for it so far. TypeORM's builders write every statement anew, which
 * costs several times what SQLite needs to run it; here the text is written once for each set of columns. Values go
 * through TypeORM's driver, so what is stored and read is the same whoever writes it.
 */
export class Table<Entity> {
  private static readonly known = new WeakMap<EntityMetadata, Table<never>>();
  private readonly columns: ReadonlyMap<string, Column>;
  private readonly texts = new Map<string, string>();
  /** Quoted, for statements. */
  readonly name: string;

  private constructor(private readonly metadata: EntityMetadata) {
    this.columns = new Map(metadata.columns.map((column) => [column.propertyName, column]));
    this.name = this.quote(metadata.tableName);
  }

  static of<Entity>(manager: EntityManager, entity: EntityClass<Entity>): Table<Entity> {
    const metadata = manager.dataSource.getMetadata(entity);
    const known = Table.known.get(metadata) ?? new Table<never>(metadata);
    Table.known.set(metadata, known);
    return known;
  }

  /** The properties that a value is given for, in the order of the entity. */
  given(values: object): string[] {
    const given = values as Record<string, unknown>;
    return [...this.columns.keys()].filter((property) => given[property] !== undefined);
  }

  /** Values as the database takes them, in the order of the properties. */
  stored(values: object, properties: readonly string[]): unknown[] {
    const { driver } = this.metadata.dataSource;
    const given = values as Record<string, unknown>;
    return properties.map((property): unknown => driver.preparePersistentValue(given[property], this.column(property)));
  }

  /** A row as the entity it is. */
  entityOf(row: Readonly<Record<string, unknown>>): Entity {
    const { driver } = this.metadata.dataSource;
    const entity = this.metadata.create() as Record<string, unknown>;
    for (const [property, column] of this.columns) {
      entity[property] = driver.prepareHydratedValue(row[column.databaseName], column);
    }
    return entity as Entity;
  }

  /** The text of a statement, written by `write` when it is needed first. */
  text(kind: string, properties: readonly string[], write: () => string): string {
    const name = `${kind} ${properties.join(' ')}`;
    const known = this.texts.get(name) ?? write();
    this.texts.set(name, known);
    return known;
  }

  /** Column names, quoted. */
  names(properties: readonly string[]): string[] {
    return properties.map((property) => this.quote(this.column(property).databaseName));
  }

  /** Place of the n-th parameter, from 0. */
  parameter(index: number): string {
    return this.metadata.dataSource.driver.createParameter(`p${index}`, index);
  }

  /** Names and parameters as equalities; `from`: the number of the first parameter. */
  equalities(properties: readonly string[], from = 0): string[] {
    return this.names(properties).map((name, index) => `${name} = ${this.parameter(from + index)}`);
  }

  private column(property: string): Column {
    const column = this.columns.get(property);
    if (!column) throw new Error(`${this.metadata.name} has no column ${property}.`);
    return column;
  }

  private quote(name: string): string {
    return this.metadata.dataSource.driver.escape(name);
  }
}
