/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import io.aquatope.doctor.classpath.ClassMember;
import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import io.aquatope.whisk.WhiskFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the byte code of this project links against an OpenWhisk. Each class, field and
 * method of OpenWhisk, Pekko, Scala, spray-json and Kamon that it uses must exist as it is used.
 * Its classes must implement each abstract method that they inherit. Code for a feature that this
 * OpenWhisk lacks, or for the lack of one that it has, is left out.
 */
public final class LinkageCheck {

  private static final List<String> PROVIDED =
      List.of(
          "org/apache/openwhisk/", "org/apache/pekko/", "akka/", "scala/", "spray/json/", "kamon/");
  private static final String OURS = "io/aquatope/";
  private static final String SHADED = "io/aquatope/shaded/";

  /** Present in controllers only. An invoker never loads the classes that use it. */
  private static final String BALANCERS = "org/apache/openwhisk/core/loadBalancer/";

  private static final String CONTROLLER = "org/apache/openwhisk/core/controller/";

  private final ClassPath plugin;
  private final ClassPath installation;
  private final ClassHierarchy hierarchy;

  /**
   * @param plugin class path with this project's classes; other classes on it are ignored
   * @param installation the class path of an OpenWhisk component
   */
  public LinkageCheck(ClassPath plugin, ClassPath installation) {
    this.plugin = plugin;
    this.installation = installation;
    this.hierarchy = new ClassHierarchy(List.of(installation, plugin));
  }

  /** Whether the installation has any class of OpenWhisk. */
  public boolean hasOpenWhisk() {
    return installation.classNames().stream()
        .anyMatch(name -> name.startsWith("org/apache/openwhisk/"));
  }

  /** Whether the installation is a controller's. A controller has all classes of an invoker. */
  private boolean hasController() {
    return installation.classNames().stream()
        .anyMatch(name -> name.startsWith(CONTROLLER) || name.startsWith(BALANCERS));
  }

  /** The features that this OpenWhisk has. */
  private Set<WhiskFeature> features() throws IOException {
    Set<WhiskFeature> present = EnumSet.noneOf(WhiskFeature.class);
    for (WhiskFeature feature : WhiskFeature.values()) {
      Optional<ClassShape> owner = installation.find(feature.owner());
      if (owner.isPresent()
          && (feature.isToldByClass()
              || owner.get().methods().stream()
                  .anyMatch(method -> feature.isTold(method.name(), method.descriptor())))) {
        present.add(feature);
      }
    }
    return present;
  }

  /**
   * Checks all references and all inherited abstract methods. References to controller classes are
   * left out if the installation has no controller.
   */
  public LinkageReport check() throws IOException {
    Map<LinkReference, Set<String>> uses = new LinkedHashMap<>();
    List<LinkageProblem> problems = new ArrayList<>();
    List<String> ours = plugin.classNames().stream().filter(LinkageCheck::isOurs).sorted().toList();
    Set<WhiskFeature> features = features();
    for (String name : ours) {
      if (!applies(name, null, features)) {
        continue;
      }
      ReferenceCollector.collect(
          plugin.bytes(name),
          LinkageCheck::isProvided,
          ConditionalCode.read(plugin.bytes(name), features)::applies,
          (reference, usedIn) -> uses.computeIfAbsent(reference, r -> new TreeSet<>()).add(usedIn));
      checkObligations(name, problems);
    }
    int all = uses.size();
    if (!hasController()) {
      uses.keySet().removeIf(reference -> reference.owner().startsWith(BALANCERS));
    }
    LinkageResolver linker = new LinkageResolver(hierarchy);
    NameSuggestions candidates = new NameSuggestions(installation, hierarchy);
    for (Map.Entry<LinkReference, Set<String>> use : uses.entrySet()) {
      Optional<String> problem = linker.problem(use.getKey());
      if (problem.isPresent()) {
        problems.add(
            new LinkageProblem(
                use.getKey().toString(),
                problem.get(),
                candidates.of(use.getKey()),
                List.copyOf(use.getValue())));
      }
    }
    problems.sort(Comparator.comparing(LinkageProblem::expected));
    return new LinkageReport(
        ours.size(), uses.size(), all - uses.size(), features, List.copyOf(problems));
  }

  /**
   * Whether a class or one of its methods applies, and what is around it.
   *
   * @param method with its descriptor; null for the class
   */
  private boolean applies(String name, @Nullable String method, Set<WhiskFeature> features)
      throws IOException {
    byte[] classFile = plugin.bytes(name);
    if (classFile.length == 0) {
      return true;
    }
    ConditionalCode code = ConditionalCode.read(classFile, features);
    if (!code.applies() || (method != null && !code.applies(method))) {
      return false;
    }
    Optional<ConditionalCode.Enclosure> around = code.enclosure();
    return around.isEmpty() || applies(around.get().owner(), around.get().method(), features);
  }

  static boolean isOurs(String name) {
    return name.startsWith(OURS) && !name.startsWith(SHADED);
  }

  static boolean isProvided(String name) {
    return PROVIDED.stream().anyMatch(name::startsWith);
  }

  private void checkObligations(String name, List<LinkageProblem> problems) throws IOException {
    ClassShape shape = hierarchy.find(name).orElseThrow();
    ClassHierarchy.Lineage lineage = hierarchy.lineage(shape);
    if (shape.isAbstract() || lineage.classes().stream().noneMatch(s -> isProvided(s.name()))) {
      return;
    }
    for (ClassMember missing : lineage.unimplemented()) {
      problems.add(
          new LinkageProblem(
              String.format(
                  Locale.ROOT,
                  "class %s implements %s%s",
                  name.replace('/', '.'),
                  missing.name(),
                  missing.descriptor()),
              "the inherited method is abstract",
              shape.methods().stream()
                  .filter(method -> method.name().equals(missing.name()))
                  .map(method -> method.name() + method.descriptor())
                  .toList(),
              List.of(name.replace('/', '.'))));
    }
  }
}
