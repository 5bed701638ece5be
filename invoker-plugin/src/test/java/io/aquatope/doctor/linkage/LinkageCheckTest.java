/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.linkage;

import static io.aquatope.doctor.linkage.Generated.aClass;
import static io.aquatope.doctor.linkage.Generated.aSubclass;
import static io.aquatope.doctor.linkage.Generated.anAbstractClass;
import static io.aquatope.doctor.linkage.Generated.anInterface;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;

import io.aquatope.doctor.classpath.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

final class LinkageCheckTest {

  private static final String POOL = "org/apache/openwhisk/Pool";
  private static final String BALANCER = "org/apache/openwhisk/core/loadBalancer/Balancer";

  @TempDir private Path folder;

  @Test
  void whatIsThereAsItIsUsedLinks() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKEVIRTUAL, POOL, "size", "()I", false)),
            aClass(POOL).method(ACC_PUBLIC, "size", "()I"));

    assertThat(report).isEqualTo(new LinkageReport(1, 1, 0, Set.of(), List.of()));
  }

  @Test
  void aMissingClassIsNamedWithItsUserAndWhereItsNameIsNow() throws IOException {
    LinkageReport report =
        check(user(code -> code.visitTypeInsn(NEW, POOL)), aClass("org/apache/openwhisk/v2/Pool"));

    assertThat(report.problems())
        .containsExactly(
            new LinkageProblem(
                "class org.apache.openwhisk.Pool that is not abstract",
                "no such class",
                List.of("org.apache.openwhisk.v2.Pool"),
                List.of("io.aquatope.User.use")));
  }

  @Test
  void aMethodWithAnotherDescriptorIsACandidateAndNoMatch() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKEVIRTUAL, POOL, "size", "()I", false)),
            aClass(POOL).method(ACC_PUBLIC, "size", "()J").method(ACC_PUBLIC, "resize", "(I)V"));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.expected()).isEqualTo("method org.apache.openwhisk.Pool.size()I");
              assertThat(problem.candidates()).containsExactly("size()J", "resize(I)V");
            });
  }

  @Test
  void inheritedMethodsLinkThroughSuperclassesAndInterfaces() throws IOException {
    String base = "org/apache/openwhisk/Base";
    String sized = "org/apache/openwhisk/Sized";
    LinkageReport report =
        check(
            user(
                code -> {
                  code.visitMethodInsn(INVOKEVIRTUAL, POOL, "inBase", "()V", false);
                  code.visitMethodInsn(INVOKEVIRTUAL, POOL, "inFace", "()V", false);
                  code.visitMethodInsn(INVOKEVIRTUAL, POOL, "hashCode", "()I", false);
                }),
            aSubclass(POOL, base),
            aClass(base, sized).method(ACC_PUBLIC, "inBase", "()V"),
            anInterface(sized).method(ACC_PUBLIC, "inFace", "()V"));

    assertThat(report.problems()).isEmpty();
  }

  @Test
  void constructorsAreNotInherited() throws IOException {
    String base = "org/apache/openwhisk/Base";
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKEVIRTUAL, POOL, "<init>", "(I)V", false)),
            aSubclass(POOL, base),
            aClass(base).method(ACC_PUBLIC, "<init>", "(I)V"));

    assertThat(found(report)).containsExactly("no such method");
  }

  @Test
  void aStaticFieldThatHasBecomeAnInstancesDoesNotLink() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitFieldInsn(GETSTATIC, POOL, "MODULE$", "L" + POOL + ";")),
            aClass(POOL).field(ACC_PUBLIC, "MODULE$", "L" + POOL + ";"));

    assertThat(found(report)).containsExactly("it is not static");
  }

  @Test
  void whatIsPrivateDoesNotLink() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKESTATIC, POOL, "make", "()V", false)),
            aClass(POOL).method(ACC_PRIVATE | ACC_STATIC, "make", "()V"));

    assertThat(found(report)).containsExactly("it is not accessible");
  }

  @Test
  void aClassThatHasBecomeAnInterfaceDoesNotLink() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKEVIRTUAL, POOL, "size", "()I", false)),
            anInterface(POOL).abstractMethod("size", "()I"));

    assertThat(found(report)).containsExactly("it is an interface");
  }

  @Test
  void anInterfaceThatHasBecomeAClassDoesNotLink() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKEINTERFACE, POOL, "size", "()I", true)),
            aClass(POOL).method(ACC_PUBLIC, "size", "()I"));

    assertThat(found(report)).containsExactly("it is a class");
  }

  @Test
  void anAbstractClassIsNotInstantiated() throws IOException {
    LinkageReport report =
        check(user(code -> code.visitTypeInsn(NEW, POOL)), anAbstractClass(POOL));

    assertThat(found(report)).containsExactly("the class is abstract");
  }

  @Test
  void aMethodThatAnInterfaceHasGainedHasToBeImplemented() throws IOException {
    LinkageReport report =
        check(
            aClass("io/aquatope/OurPool", POOL).method(ACC_PUBLIC, "size", "()I"),
            anInterface(POOL).abstractMethod("size", "()I").abstractMethod("free", "()J"));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.expected())
                  .isEqualTo("class io.aquatope.OurPool implements free()J");
              assertThat(problem.found()).isEqualTo("the inherited method is abstract");
            });
  }

  @Test
  void aMethodThatAnInterfaceHasGainedWithCodeDoesNot() throws IOException {
    LinkageReport report =
        check(
            aClass("io/aquatope/OurPool", POOL).method(ACC_PUBLIC, "size", "()I"),
            anInterface(POOL).abstractMethod("size", "()I").method(ACC_PUBLIC, "free", "()J"));

    assertThat(report.problems()).isEmpty();
  }

  @Test
  void aLambdaNeedsAnInterfaceWithOneAbstractMethod() throws IOException {
    Generated[] one = {lambdaUser(), anInterface(POOL).abstractMethod("run", "()V")};
    Generated[] two = {
      lambdaUser(), anInterface(POOL).abstractMethod("run", "()V").abstractMethod("stop", "()V")
    };

    assertThat(check(one[0], one[1]).problems()).isEmpty();
    assertThat(found(check(two[0], two[1])))
        .containsExactly("the abstract methods are [run()V, stop()V]");
  }

  @Test
  void anInvokerIsNotHeldAgainstWhatOnlyControllersHave() throws IOException {
    Generated user = user(code -> code.visitTypeInsn(NEW, BALANCER));

    LinkageReport ofInvoker = check(user, aClass(POOL));
    LinkageReport ofController =
        check(user, aClass("org/apache/openwhisk/core/controller/Controller"));

    assertThat(ofInvoker).isEqualTo(new LinkageReport(1, 0, 1, Set.of(), List.of()));
    assertThat(found(ofController)).containsExactly("no such class");
  }

  @Test
  void otherLibrariesAreNotLookedAt() throws IOException {
    LinkageReport report =
        check(
            user(code -> code.visitMethodInsn(INVOKESTATIC, "com/other/X", "x", "()V", false)),
            aClass(POOL));

    assertThat(report.references()).isZero();
  }

  @Test
  void aFolderOfJarsWithoutOpenWhiskIsRecognised() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("lib"));
    Generated.jar(jars.resolve("other.jar"), aClass("com/other/X"));

    assertThat(
            new LinkageCheck(ClassPath.of(List.of()), ClassPath.parse(jars + "/*")).hasOpenWhisk())
        .isFalse();
  }

  @Test
  void aClassPathWithSomethingThatIsNoJarIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");

    assertThatThrownBy(() -> ClassPath.parse(text.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> ClassPath.parse(folder.resolve("absent.jar").toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent.jar");
  }

  private static Generated user(Consumer<MethodVisitor> use) {
    return aClass("io/aquatope/User").using(use);
  }

  private static Generated lambdaUser() {
    Handle bootstrap =
        new Handle(
            H_INVOKESTATIC, "java/lang/invoke/LambdaMetafactory", "metafactory", "()V", false);
    Type run = Type.getMethodType("()V");
    Handle body = new Handle(H_INVOKESTATIC, "io/aquatope/User", "use", "()V", false);
    return user(
        code -> code.visitInvokeDynamicInsn("run", "()L" + POOL + ";", bootstrap, run, body, run));
  }

  private LinkageReport check(Generated plugin, Generated... installation) throws IOException {
    Path ours = Generated.jar(folder.resolve("plugin.jar"), plugin);
    Path theirs = Generated.jar(folder.resolve("openwhisk.jar"), installation);
    return new LinkageCheck(ClassPath.of(List.of(ours)), ClassPath.of(List.of(theirs))).check();
  }

  private static List<String> found(LinkageReport report) {
    return report.problems().stream().map(LinkageProblem::found).toList();
  }
}
