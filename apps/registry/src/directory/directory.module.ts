import { Module, type OnModuleInit } from '@nestjs/common';
import { DirectoryController } from './directory.controller.js';
import { PublishedDirectory } from './published-directory.js';

@Module({
  controllers: [DirectoryController],
  providers: [PublishedDirectory],
  exports: [PublishedDirectory],
})
export class DirectoryModule implements OnModuleInit {
  constructor(private readonly directory: PublishedDirectory) {}

  /** A registry whose directory cannot be read does not start. */
  async onModuleInit(): Promise<void> {
    await this.directory.current();
  }
}
