package org.mastshell.shell;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A context of parts that are all known, each with what makes it. What else Spring would get ready
 * at every start is left out, since nothing here asks for it: translated messages, for which it
 * looks up all languages of the world, events and their listeners, expressions, editors of
 * properties, and processors of parts, for which it goes through all parts several times.
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
}
