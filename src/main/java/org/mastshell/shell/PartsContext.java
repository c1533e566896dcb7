package org.mastshell.shell;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A context of parts that are all known, each with what makes it. What else Spring would get ready
 * at every start is left out, since nothing here asks for it: translated messages, for which it
 * looks up all languages of the world, events and their listeners, expressions, editors of
 * properties, patterns of resources, and processors of parts, for which it goes through all parts
 * several times.
 */
final class PartsContext extends GenericApplicationContext {

  @Override
  protected void prepareBeanFactory(ConfigurableListableBeanFactory factory) {
    factory.setBeanClassLoader(getClassLoader());
  }

  @Override
  protected void invokeBeanFactoryPostProcessors(ConfigurableListableBeanFactory factory) {
    // There are none.
  }

  @Override
  protected void registerBeanPostProcessors(ConfigurableListableBeanFactory factory) {
    // There are none.
  }

  @Override
  protected void initMessageSource() {
    // Nobody asks for messages.
  }

  @Override
  protected void initApplicationEventMulticaster() {
    // Nobody listens.
  }

  @Override
  protected void registerListeners() {
    // There are none.
  }

  @Override
  protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory factory) {
    factory.freezeConfiguration();
    factory.preInstantiateSingletons();
  }

  @Override
  protected void finishRefresh() {
    // No part has a life of its own to begin, and nobody is told.
  }

  @Override
  protected void initLifecycleProcessor() {
    // No part has a life of its own.
  }

  @Override
  protected ResourcePatternResolver getResourcePatternResolver() {
    return new SingleResources();
  }

  @Override
  protected void resetCommonCaches() {
    // They end with the program, and to empty them would load the classes that fill them.
  }

  /** Resources one by one: what resolves patterns looks through all modules of Java first. */
  private static final class SingleResources extends DefaultResourceLoader
      implements ResourcePatternResolver {
    @Override
    public Resource[] getResources(String location) {
      return new Resource[] {getResource(location)};
    }
  }
}
