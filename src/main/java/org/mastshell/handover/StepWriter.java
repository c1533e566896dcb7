package org.mastshell.handover;

/** Writes the steps to sets in a language, each as the set with that number. */
interface StepWriter {
  void search(int number, Step.Search search);

  void near(int number, Step.Near near);

  void rows(int number, Step.Rows rows);

  void ownRows(int number, Step.OwnRows rows);

  void sources(int number, Step.Sources sources);

  void datasets(int number, Step.Datasets datasets);

  void files(int number, Step.Files files);

  void owners(int number, Step.Owners owners);

  void products(int number, Step.Products products);

  void keep(int number, Step.Keep keep);

  void pick(int number, Step.Pick pick);

  void unique(int number, Step.Unique unique);

  void sort(int number, Step.Sort sort);

  void combine(int number, Step.Combine combine);
}
